-- The events of one case as they are read along its SOP: in their sequence, then those outside it.
-- params: case_id
-- rows: one per event, by position; planned events and milestones after
-- not null: event, activity, kind, precision
select
	e.event, e.position, a.text as activity, e.kind, e.precision,
	e.started, e.completed, e.working_started, e.working_completed,
	r.name as actor, o.name as role,
	t.step, t.step_id, t.no as step_no, t.activity as step_activity, t.kind as step_kind, t.actors as step_actors, t.actors_provisional, t.supplier,
	m.kind as move_kind, m.occurrence, m.predecessor,
	x.requirements, x.outputs, x.object, x.attributes
from event e
join case_state s on s.case_id = e.case_id
join activity a on a.activity = e.activity
left join activity_step i on i.version = s.version and i.activity = e.activity
left join move m on m.variant = s.variant and m.position = e.position
left join sop_step t on t.version = s.version and t.step = coalesce(m.step, i.step)
left join actor r on r.actor = e.actor
left join role o on o.role = e.role
left join (from event_detail where event in (select event from event where case_id = $case_id::integer)) x on x.event = e.event
where e.case_id = $case_id::integer
order by e.position nulls last, coalesce(e.completed, e.started), e.event
