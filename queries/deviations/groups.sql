-- The deviations of a scope counted by state and severity, by kind, by step and by accountable actor.
-- params: as in list: unit, process, from, to, kind, category, follow, severity, state, step, actor, party, search, case_id
-- rows: one per group; facet — all, severity, kind, step, actor; a deviation of a step with several actors
--   counts for each of them
-- not null: facet, total, open, excused, provisional, severe, supplier
with chosen as (
	select d.kind, d.category, d.severity, d.state, d.provisional, d.supplier, t.step_id, t.no, t.activity, t.actors, p.code as process_code, p.title as sop_title
	from deviation d
	join case_instance c on c.case_id = d.case_id
	join process p on p.process = d.process
	left join sop_step t on t.version = d.version and t.step = d.step
	left join (select identity, arg_max(state, entry) as state from follow_up group by identity) f on f.identity = d.identity
	where ($unit::integer is null or d.unit = $unit::integer)
		and ($process::integer is null or d.process = $process::integer)
		and ($from::date is null or d.day >= $from::date)
		and ($to::date is null or d.day <= $to::date)
		and ($kind::varchar is null or d.kind::varchar = $kind::varchar)
		and ($category::varchar is null or d.category = $category::varchar)
		and ($follow::varchar is null or coalesce(f.state, 'open') = $follow::varchar)
		and ($severity::varchar is null or d.severity::varchar = $severity::varchar)
		and ($state::varchar is null or case when d.provisional then 'provisional' else d.state end = $state::varchar)
		and ($step::varchar is null or t.step_id = $step::varchar)
		and ($actor::varchar is null or list_contains(t.actors, $actor::varchar))
		and ($party::varchar is null or d.supplier = ($party::varchar = 'supplier'))
		and ($search::varchar is null or contains(lower(c.case_key), lower($search::varchar)))
		and ($case_id::integer is null or d.case_id = $case_id::integer)
),
facets as (
	select 'all' as facet, null as value, null as label, null as step_no, null as process, null as process_title, * from chosen
	union all
	select 'severity', severity::varchar, null, null, null, null, * from chosen
	union all
	select 'kind', kind::varchar, category, null, null, null, * from chosen
	union all
	select 'step', step_id, activity, no, process_code, sop_title, * from chosen where step_id is not null
	union all
	select 'actor', unnest(actors), null, null, null, null, * from chosen where len(actors) > 0
)
select
	facet, value, label, step_no, process, process_title,
	count(*) as total,
	count(*) filter (state = 'open' and not provisional) as open,
	count(*) filter (state = 'excused' and not provisional) as excused,
	count(*) filter (provisional) as provisional,
	count(*) filter (state = 'open' and not provisional and severity = 'berat'::severity) as severe,
	count(*) filter (supplier) as supplier
from facets
group by facet, value, label, step_no, process, process_title
order by facet, open desc, total desc, value
