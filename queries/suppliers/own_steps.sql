-- How the steps that an SOP makes suppliers accountable for were judged, by who did them.
-- params: unit, from, to — null for all; the period is that of the completion
-- rows: one per name that acted; on_time — with what was excused; provisional verdicts stand apart, in neither
-- not null: name, on_time, late
select
	a.name,
	(count(*) filter (m.verdict in ('on_time'::verdict, 'excused'::verdict)))::integer as on_time,
	(count(*) filter (m.verdict = 'late'::verdict))::integer as late
from measurement m
join sop_step t on t.version = m.version and t.step = m.step
join event e on e.event = m.event
join actor a on a.actor = e.actor
where t.supplier
	and m.basis <> 'open'::basis
	and not m.provisional
	and m.verdict in ('on_time'::verdict, 'excused'::verdict, 'late'::verdict)
	and ($unit::integer is null or m.unit = $unit::integer)
	and ($from::date is null or m.day >= $from::date)
	and ($to::date is null or m.day <= $to::date)
group by a.name
order by a.name
