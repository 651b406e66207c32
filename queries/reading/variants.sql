-- The variants of a scope: distinct sequences of activities and how many cases show each.
-- params: unit, process — null for all; from, to — local dates, null for open
-- rows: one per sequence and process, most frequent first
-- not null: process, activities, cases
with shown as (
	select s.process, v.activities, count(*) as cases
	from case_state s
	join variant v on v.variant = s.variant
	where ($unit::integer is null or s.unit = $unit::integer)
		and ($process::integer is null or s.process = $process::integer)
		and ($from::date is null or s.end_day >= $from::date)
		and ($to::date is null or s.end_day <= $to::date)
		and len(v.activities) > 0
	group by s.process, v.activities
)
select p.code as process, list(a.text order by u.position) as activities, s.cases
from shown s
join process p on p.process = s.process
cross join unnest(s.activities) with ordinality as u(activity, position)
join activity a on a.activity = u.activity
group by p.code, s.activities, s.cases
order by s.cases desc, p.code, activities
