-- The steps that reading one case along its SOP asks for though its log does not show them; a step that the log shows in
-- another place is not among them. shown: whether the imports of the office show this step for the time of the case; budgeted: whether it has a budget.
-- params: case_id
-- rows: one per step, in the order of the path
-- not null: after_position, step_id, no, activity, actors, actors_provisional, supplier, optional, shown, budgeted
select
	coalesce((
		select max(b.position) from move b where b.variant = m.variant and b.ordinal < m.ordinal
	), 0) as after_position,
	t.step_id, t.no, t.activity, t.actors, t.actors_provisional, t.supplier, t.optional,
	m.deviation is not null as shown, t.clock is not null as budgeted
from case_state s
join move m on m.variant = s.variant and m.kind = 2
join variant v on v.variant = s.variant
join sop_step t on t.version = s.version and t.step = m.step
where s.case_id = $case_id::integer and (m.deviation is not null or list_contains(v.free, m.step))
order by m.ordinal
