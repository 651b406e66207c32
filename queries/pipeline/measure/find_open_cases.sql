-- How far the running and abandoned cases of an SOP have come: the last event that the alignment reads as a step in its place. What
-- stands off the path, like a step done a second time, leads to nothing.
-- Where it stays open which step that is, so does what comes next.
-- rows: one per such case with any step in its place
insert into open_case
with unfinished as (
	select d.case_id, w.variant
	from decided_case d
	join case_variant w on w.case_id = d.case_id
	where d.state in ('running'::state_of_case, 'abandoned'::state_of_case) and d.version <> 0
),
reached as (
	select variant, position, step, occurrence
	from every_move
	where kind = 0 and variant in (select variant from unfinished)
	qualify row_number() over (partition by variant order by position desc) = 1
)
select u.case_id, u.variant, r.step, r.occurrence, e.event, e.started, e.completed, e.precision
from unfinished u
join reached r on r.variant = u.variant and r.step is not null
join judged_event e on e.case_id = u.case_id and e.position = r.position
