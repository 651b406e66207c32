-- The sequences of a scope's cases with what they cost along their SOP.
-- params: unit, process — null for all; from, to — local dates, null for open
-- rows: one per sequence, SOP and way of reading it, most cases first
-- not null: variant, process, complete, activities, cases, cost, shortest_path
select
	v.variant, p.code as process, v.complete, v.cost, v.shortest_path, s.cases,
	coalesce((
		select list(a.text order by u.position)
		from unnest(v.activities) with ordinality as u(activity, position)
		join activity a on a.activity = u.activity
	), []) as activities
from (
	select variant, process, count(*) as cases
	from case_state
	where version <> 0
		and ($unit::integer is null or unit = $unit::integer)
		and ($process::integer is null or process = $process::integer)
		and ($from::date is null or end_day >= $from::date)
		and ($to::date is null or end_day <= $to::date)
	group by variant, process
) s
join process p on p.process = s.process
join variant v on v.variant = s.variant
where v.cost is not null
order by s.cases desc, process, activities, v.complete
