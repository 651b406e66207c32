-- Stores the ordered events with their position in the case and the office time elapsed up to both ends.
-- rows: one per event of a touched case, in their order
insert into event
select
	o.event,
	o.case_id,
	case when o.in_sequence then (o.rowid - f.first + 1)::integer end as position,
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
from ordered_event o
join (select case_id, min(rowid) as first from ordered_event group by case_id) f on f.case_id = o.case_id
left join calendar_day a on a.calendar = o.calendar and a.day = o.started::date
left join calendar_day b on b.calendar = o.calendar and b.day = o.completed::date
