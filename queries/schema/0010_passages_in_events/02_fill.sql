-- What was imported before.
insert into followed_event
with placed as (
	select
		e.*,
		lag(e.activity) over earlier as previous,
		lag(e.actor) over earlier as previous_actor,
		lag(e.precision) over earlier as previous_precision,
		lag(e.working_completed) over earlier as previous_completed,
		case when e.completed is null then e.working_started else e.working_completed end as working,
		lag(case when e.completed is null then e.working_started else e.working_completed end) over earlier as previous_working
	from event e
	window earlier as (partition by e.case_id, e.position is null order by e.position)
)
select
	event, case_id, position, activity, kind, precision, started, completed, working_started, working_completed, actor, role, source_order, source_record, identity,
	case when position is not null then previous end,
	case when position is not null then previous_actor end,
	case when position is not null then previous_precision end,
	case when position is not null and working_started - previous_completed < 1000000000000 then greatest(0, working_started - previous_completed) end,
	case when position is not null and working - previous_working < 1000000000000 then greatest(0, working - previous_working) end
from placed
order by case_id, position
