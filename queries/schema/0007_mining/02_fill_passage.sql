-- What was imported before.
insert into passage
with placed as (
	select
		e.case_id, c.unit, c.process, e.position, e.activity, e.actor, e.precision,
		coalesce(e.completed, e.started) as happened,
		e.working_started, e.working_completed,
		case when e.completed is null then e.working_started else e.working_completed end as working,
		lag(e.activity) over earlier as previous,
		lag(e.actor) over earlier as previous_actor,
		lag(e.precision) over earlier as previous_precision,
		lag(e.working_completed) over earlier as previous_completed,
		lag(case when e.completed is null then e.working_started else e.working_completed end) over earlier as previous_working
	from event e
	join case_instance c on c.case_id = e.case_id
	where e.position is not null
	window earlier as (partition by e.case_id order by e.position)
)
select
	case_id, unit, process, position, activity, previous, actor, previous_actor, happened,
	greatest(precision, coalesce(previous_precision, precision)),
	case when working_completed - working_started < 1000000000000 then working_completed - working_started end,
	case when working_started - previous_completed < 1000000000000 then greatest(0, working_started - previous_completed) end,
	case when working - previous_working < 1000000000000 then greatest(0, working - previous_working) end
from placed
order by case_id, position
