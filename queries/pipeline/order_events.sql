-- Puts the events of touched cases in their order, with the office time elapsed up to both ends: by completion, else start; ties as in the source, across
-- files by their SHA-256; within a date that holds an event of day precision, the SOP's own order first.
-- rows: one per event of a touched case
insert into ordered_event
with own as (
	select
		n.*, v.calendar,
		coalesce(n.completed, n.started) as happened,
		n.kind <> 3 and coalesce(p.kind, '') <> 'milestone' as in_sequence,
		coalesce(s.step, 2147483647) as step
	from (from new_event union all from kept_event) n
	join touched_version v on v.case_id = n.case_id
	left join activity_step s on s.version = v.version and s.activity = n.activity
	left join sop_step p on p.version = s.version and p.step = s.step
),
dated as (
	select distinct case_id, happened::date as day
	from own
	where precision = 3 and in_sequence
)
select
	o.event,
	o.case_id,
	o.in_sequence,
	o.activity,
	o.kind,
	o.precision,
	o.started,
	o.completed,
	case when a.covered then a.working_base + office_seconds(second_of_day(o.started), a.slot1_start, a.slot1_end, a.slot2_start, a.slot2_end, a.slot3_start, a.slot3_end) end,
	case when b.covered then b.working_base + office_seconds(second_of_day(o.completed), b.slot1_start, b.slot1_end, b.slot2_start, b.slot2_end, b.slot3_start, b.slot3_end) end,
	o.actor,
	o.role,
	o.source_order,
	o.source_record,
	o.identity
from own o
left join dated d on d.case_id = o.case_id and d.day = o.happened::date
left join calendar_day a on a.calendar = o.calendar and a.day = o.started::date
left join calendar_day b on b.calendar = o.calendar and b.day = o.completed::date
order by
	o.case_id,
	not o.in_sequence,
	case when d.day is null then o.happened else d.day::timestamp end,
	case when d.day is null then 0 else o.step end,
	o.happened,
	o.source_order,
	o.source_record
