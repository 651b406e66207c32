-- Which actors of the SOP hand work to which: whoever is accountable for the step of one event and of the next in the same case; of an
-- activity that the SOP does not have, the role that the log names for it most often.
-- params: process; judged_by — the version that judges the cases, null for all; version — of the SOP, null for none; unit — null for all; from, to — local dates, null for open; size
-- rows: one per pair of different actors, most often first; all_passes — handovers of all pairs
-- not null: source, target, passes, all_passes, cases
with scoped as (
	select case_id
	from case_state
	where ($unit::integer is null or unit = $unit::integer)
		and process = $process::integer
		and ($judged_by::integer is null or version = $judged_by::integer)
		and ($from::date is null or end_day >= $from::date)
		and ($to::date is null or end_day <= $to::date)
),
written as (
	select e.activity, r.name, row_number() over (partition by e.activity order by count(*) desc, r.name) as rank
	from event e
	semi join case_state s on s.case_id = e.case_id and s.process = $process::integer
	join role r on r.role = e.role
	group by e.activity, r.name
),
named as (
	select a.activity, coalesce(nullif(array_to_string(t.actors, ' / '), ''), w.name) as name
	from activity a
	left join activity_step i on i.activity = a.activity and i.version = $version::integer
	left join sop_step t on t.version = i.version and t.step = i.step
	left join written w on w.activity = a.activity and w.rank = 1
),
passed as (
	select s.name as source, t.name as target, e.case_id
	from event e
	semi join scoped c on c.case_id = e.case_id
	join named s on s.activity = e.previous
	join named t on t.activity = e.activity
	where s.name <> t.name
)
select source, target, count(*) as passes, (sum(count(*)) over ())::bigint as all_passes, count(distinct case_id) as cases
from passed
group by source, target
order by passes desc, source, target
limit $size::bigint
