-- The events in the elements of one of a profile's lists.
-- params: file, its order; list; first_event — the number after which events are numbered; first_part — how many parts
-- come before those of lists; kind and least precision of its times; formats of times and their precisions; offsets —
-- whether an offset counts
-- rows: one per element
insert into typed_event
select
	$first_event::bigint + number,
	$file::integer,
	$source_order::ubigint,
	record,
	($first_part::integer + within - 1)::utinyint,
	case_id,
	activity,
	$kind::utinyint,
	precision,
	started,
	completed,
	null,
	null,
	hash(case_id, activity, object, $kind::utinyint, started, completed),
	case
		when activity is null then 'no_activity'
		when s is not null and s.t is null then time_fault(started_written)
		when e is not null and e.t is null then time_fault(completed_written)
		when s is not null and started is null or e is not null and completed is null then 'time_out_of_range'
		when completed < started and (precision < 3 or completed::date < started::date) then 'end_before_start'
	end
from (
	select
		x.* exclude (activity, started, completed),
		x.started as started_written,
		x.completed as completed_written,
		c.case_id,
		a.activity,
		greatest(coalesce(x.s.p, 1), coalesce(x.e.p, 1), $precision::utinyint) as precision,
		local_time(x.s, $offsets::boolean, c.zone_minutes) as started,
		local_time(x.e, $offsets::boolean, c.zone_minutes) as completed
	from (
		select
			*,
			read_time(started, $formats::varchar[], $format_precisions::utinyint[]) as s,
			read_time(completed, $formats::varchar[], $format_precisions::utinyint[]) as e
		from numbered_element
		where list = $list::integer and within <= 240
	) x
	join staged r on r.record = x.record
	join numbered_case c on c.case_written is not distinct from r.case_key and c.unit_written is not distinct from r.unit
	left join written_activity a on a.activity_written = x.activity
	where c.case_id is not null
)
