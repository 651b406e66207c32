-- How many cases of a scope the list holds, by state, and how many of them show an open deviation.
-- params: as in list: unit, process, from, to, state, total, variants, search, deviating, only
-- rows: one
-- not null: cases, completed, running, cancelled, abandoned, deviating
with deviating as (
	select distinct case_id
	from deviation
	where state = 'open' and not provisional
		and ($unit::integer is null or unit = $unit::integer)
		and ($process::integer is null or process = $process::integer)
),
named as (
	select case_id, case_key from case_instance where $search::varchar is not null
)
select
	count(*) as cases,
	count(*) filter (s.state = 'completed'::state_of_case) as completed,
	count(*) filter (s.state = 'running'::state_of_case) as running,
	count(*) filter (s.state = 'cancelled'::state_of_case) as cancelled,
	count(*) filter (s.state = 'abandoned'::state_of_case) as abandoned,
	count(d.case_id) as deviating
from case_state s
left join named c on c.case_id = s.case_id
left join deviating d on d.case_id = s.case_id
where ($unit::integer is null or s.unit = $unit::integer)
	and ($process::integer is null or s.process = $process::integer)
	and ($from::date is null or s.end_day >= $from::date)
	and ($to::date is null or s.end_day <= $to::date)
	and ($state::varchar is null or s.state = $state::varchar::state_of_case)
	and ($total::varchar is null or case when s.total_provisional then 'provisional' else s.total_verdict::varchar end = $total::varchar)
	and ($variants::integer[] is null or s.variant in (select unnest($variants::integer[])))
	and ($search::varchar is null or contains(lower(c.case_key), lower($search::varchar)))
	and (not $deviating::boolean or d.case_id is not null)
	and ($only::integer[] is null or s.case_id in (select unnest($only::integer[])))
