-- The variants of a scope: distinct sequences of steps, as their SOP calls them, and of activities that it does not have (all,
-- without an SOP), as the log writes them; and how many cases show each.
-- params: unit, process — null for all; from, to — local dates, null for open
-- rows: one per sequence and process, most frequent first
-- not null: process, activities, cases
with shown as (
	select s.process, v.version, v.sequence, count(*) as cases
	from case_state s
	join variant v on v.variant = s.variant
	where ($unit::integer is null or s.unit = $unit::integer)
		and ($process::integer is null or s.process = $process::integer)
		and ($from::date is null or s.end_day >= $from::date)
		and ($to::date is null or s.end_day <= $to::date)
		and len(v.sequence) > 0
	group by s.process, v.version, v.sequence
)
select p.code as process, list(coalesce(t.activity, a.text) order by u.position) as activities, s.cases
from shown s
join process p on p.process = s.process
cross join unnest(s.sequence) with ordinality as u(entry, position)
left join sop_step t on t.version = s.version and t.step = u.entry
left join activity a on a.activity = -1 - u.entry
group by p.code, s.version, s.sequence, s.cases
order by s.cases desc, p.code, activities
