-- Finds the cases whose last step event is of a group in any order of which another step is still to come: one that is not
-- optional, that an import could show, and that the case has not had.
-- rows: one per such case
insert into awaiting_case
with last_step as materialized (
	select e.case_id, j.unit, j.version, g.needs
	from judged_event e
	join case_summary c on c.case_id = e.case_id and c.last_step_position = e.position
	join judged_case j on j.case_id = e.case_id
	join matched_step a on a.version = j.version and a.activity = e.activity
	join group_need g on g.version = j.version and g.step = a.step
),
seen as (
	select l.case_id, list(distinct a.step) as steps
	from last_step l
	join judged_event e on e.case_id = l.case_id
	join matched_step a on a.version = l.version and a.activity = e.activity
	where e.position is not null
	group by l.case_id
)
select l.case_id
from last_step l
join seen s on s.case_id = l.case_id
left join unit_flow f on f.unit = l.unit and f.version = l.version
left join case_flow c on c.case_id = l.case_id
left join case_state k on k.case_id = l.case_id
left join variant w on w.variant = k.variant
where not list_has_all(list_concat(s.steps, coalesce(c.free, f.free, w.free, [])), l.needs)
