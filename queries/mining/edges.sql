-- The directly-follows graph of a process: what came right after what, in how many cases and how often. Nodes as in nodes;
-- no source is where cases begin, no target where they end, or were last seen.
-- params: process; version — of the SOP, null for none; unit, variant — null for all; from, to — local dates, null for open
-- rows: one per pair that occurs, most often first
-- not null: cases, passes
with named as (
	select a.activity, coalesce(s.step, -1 - a.activity) as node
	from activity a
	left join activity_step s on s.activity = a.activity and s.version = $version::integer
),
counted as (
	select variant, count(*) as cases
	from case_state
	where ($unit::integer is null or unit = $unit::integer)
		and process = $process::integer
		and ($from::date is null or end_day >= $from::date)
		and ($to::date is null or end_day <= $to::date)
		and ($variant::integer is null or variant = $variant::integer)
	group by variant
),
pair as (
	select c.variant, c.cases, unnest(list_zip(list_prepend(null::integer, v.activities), list_append(v.activities, null::integer))) as ends
	from counted c
	join variant v on v.variant = c.variant
	where len(v.activities) > 0
),
shown as (
	select p.variant, any_value(p.cases) as cases, s.node as source, t.node as target, count(*) as times
	from pair p
	left join named s on s.activity = p.ends[1]
	left join named t on t.activity = p.ends[2]
	group by p.variant, s.node, t.node
)
select source, target, sum(cases)::bigint as cases, sum(cases * times)::bigint as passes
from shown
group by source, target
order by passes desc, source, target
