-- What came right before each event of the touched cases, and how long each took and waited.
-- rows: one per event of a sequence, sorted by case and position
insert into new_passage
with placed as (
	select
		e.case_id, v.unit, v.process, e.position, e.activity, e.actor, e.precision,
		coalesce(e.completed, e.started) as happened,
		e.working_started, e.working_completed,
		case when e.completed is null then e.working_started else e.working_completed end as working,
		lag(e.activity) over earlier as previous,
		lag(e.actor) over earlier as previous_actor,
		lag(e.precision) over earlier as previous_precision,
		lag(e.working_completed) over earlier as previous_completed,
		lag(case when e.completed is null then e.working_started else e.working_completed end) over earlier as previous_working
	from judged_event e
	join touched_version v on v.case_id = e.case_id
	where e.position is not null
	window earlier as (partition by e.case_id order by e.position)
)
select
	case_id, unit, process, position, activity, previous, actor, previous_actor, happened,
	greatest(precision, coalesce(previous_precision, precision)),
	case when not crosses_uncovered(working_completed - working_started) then working_completed - working_started end,
	case when not crosses_uncovered(working_started - previous_completed) then greatest(0, working_started - previous_completed) end,
	case when not crosses_uncovered(working - previous_working) then greatest(0, working - previous_working) end
from placed
order by case_id, position
