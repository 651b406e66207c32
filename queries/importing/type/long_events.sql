-- Types the rows of a long file and says what is wrong with those that cannot be accepted. A case, an activity and a
-- time make an event; times lie between 1990 and 2100.
-- params: file, its order among files; first_event — the number after which events are numbered; kind and least
-- precision of its times; offsets — whether an offset counts; extra — whether more than the fields is kept; names and
-- positions of what is kept; states — whether a row may state a status and nothing else
-- rows: one per readable record
insert into typed_event
select
	$first_event::bigint + record,
	$file::integer,
	$source_order::ubigint,
	record,
	0,
	case_id,
	activity,
	$kind::utinyint,
	precision,
	started,
	completed,
	actor,
	role,
	case
		when $extra::boolean then hash(case_id, activity, $kind::utinyint, started, completed, actor, role, clean(requirements), clean(outputs), kept_cells(cells, $names::varchar[], $positions::integer[]))
		else hash(case_id, activity, $kind::utinyint, started, completed, actor, role)
	end,
	case
		when case_id is null then 'no_case'
		when $states::boolean and activity is null and coalesce(started_at, completed_at) is null and is_blank_time(started_written) and is_blank_time(completed_written) and clean(status) is not null then 'only_status'
		when activity is null then 'no_activity'
		when started is null and coalesce(started_at, read_started) is not null then 'time_out_of_range'
		when started is null and not is_blank_time(started_written) then time_fault(started_written)
		when completed is null and coalesce(completed_at, read_completed) is not null then 'time_out_of_range'
		when completed is null and not is_blank_time(completed_written) then time_fault(completed_written)
		when started is null and completed is null then 'no_time'
		when completed < started and (precision < 3 or completed::date < started::date) then 'end_before_start'
	end
from (
	select
		r.record,
		r.requirements,
		r.outputs,
		r.status,
		r.cells,
		r.started as started_written,
		r.completed as completed_written,
		r.started_at,
		r.completed_at,
		t.s.t as read_started,
		t.e.t as read_completed,
		c.case_id,
		a.activity,
		x.number as actor,
		y.number as role,
		greatest(coalesce(t.s.p, 1), coalesce(t.e.p, 1), $precision::utinyint) as precision,
		coalesce(in_range(r.started_at), local_time(t.s, $offsets::boolean, c.zone_minutes)) as started,
		coalesce(in_range(r.completed_at), local_time(t.e, $offsets::boolean, c.zone_minutes)) as completed
	from staged r
	left join read_time_row t on t.record = r.record
	left join numbered_case c on c.case_written is not distinct from r.case_key and c.unit_written is not distinct from r.unit
	left join written_activity a on a.activity_written is not distinct from r.activity and a.step_written is not distinct from r.step
	left join written_name x on x.dictionary = 'actor' and x.written = r.actor
	left join written_name y on y.dictionary = 'role' and y.written = r.role
)
