-- The sequences of a scope's cases, named as in reading/variants, with what they cost along their SOP.
-- params: unit, process — null for all; from, to — local dates, null for open
-- rows: one per sequence, SOP and way of reading it, most cases first; of equally many in the order of the codes of their offices
-- not null: variant, process, complete, activities, cases, cost, shortest_path
with shown as (
	select v.variant, v.version, v.complete, v.cost, v.shortest_path, v.sequence, v.free, s.process, s.cases, s.office
	from (
		select s.variant, s.process, count(*) as cases, min(u.code) as office
		from case_state s
		join unit u on u.unit = s.unit
		where s.version <> 0
			and ($unit::integer is null or s.unit = $unit::integer)
			and ($process::integer is null or s.process = $process::integer)
			and ($from::date is null or s.end_day >= $from::date)
			and ($to::date is null or s.end_day <= $to::date)
		group by s.variant, s.process
	) s
	join variant v on v.variant = s.variant
	where v.cost is not null
),
named as (
	select s.variant, s.process, list(coalesce(t.activity, a.text) order by s.position) as activities
	from (select variant, process, version, unnest(sequence) as entry, generate_subscripts(sequence, 1) as position from shown) s
	left join sop_step t on t.version = s.version and t.step = s.entry
	left join activity a on a.activity = -1 - s.entry
	group by s.variant, s.process
)
select s.variant, p.code as process, s.complete, s.cost, s.shortest_path, s.cases, coalesce(n.activities, []) as activities
from shown s
join process p on p.process = s.process
left join named n on n.variant = s.variant and n.process = s.process
order by s.cases desc, p.code, activities, s.complete, s.office, s.version, s.free
