-- Stores the ordered events with their position in the case.
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
	o.working_started,
	o.working_completed,
	o.actor,
	o.role,
	o.source_order,
	o.source_record,
	o.identity
from ordered_event o
left join (select case_id, min(rowid) as first from ordered_event group by case_id) f on f.case_id = o.case_id
