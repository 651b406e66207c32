-- The sequences of a scope's cases as steps of their SOP (0: outside it; milestones are no part of the flow), by office,
-- since offices may show different steps.
-- params: unit, process — null for all; from, to — local dates, null for open
-- rows: one per office, SOP version, sequence and whether the cases are complete
-- not null: unit, version, process, complete, steps, activities, cases
with shown as (
	select unit, version, process, variant, count(*) as cases
	from case_state
	where version <> 0
		and ($unit::integer is null or unit = $unit::integer)
		and ($process::integer is null or process = $process::integer)
		and ($from::date is null or end_day >= $from::date)
		and ($to::date is null or end_day <= $to::date)
	group by unit, version, process, variant
)
select
	s.unit,
	s.version,
	p.code as process,
	v.complete,
	coalesce(list(coalesce(t.step, 0) order by u.position) filter (t.kind is distinct from 'milestone'), []) as steps,
	list(a.text order by u.position) as activities,
	s.cases
from shown s
join process p on p.process = s.process
join variant v on v.variant = s.variant
cross join unnest(v.activities) with ordinality as u(activity, position)
join activity a on a.activity = u.activity
left join activity_step x on x.version = s.version and x.activity = u.activity
left join sop_step t on t.version = x.version and t.step = x.step
group by s.unit, s.version, p.code, s.variant, v.complete, s.cases
order by s.version, s.unit, s.cases desc, steps, v.complete
