-- One kind of event of a wide file: rows whose columns hold a time of it.
-- params: file, its order; first_event — the number after which events are numbered; part — which of the profile's
-- events; activity; kind and least precision; positions of the columns, from 1; formats of times and their precisions;
-- offsets — whether an offset counts
-- rows: one per row with such a time
insert into typed_event
select
	$first_event::bigint + record,
	$file::integer,
	$source_order::ubigint,
	record,
	$part::utinyint,
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
		when s is not null and s.t is null then time_fault(started_written)
		when e is not null and e.t is null then time_fault(completed_written)
		when s is not null and started is null or e is not null and completed is null then 'time_out_of_range'
		when completed < started and (precision < 3 or completed::date < started::date) then 'end_before_start'
	end
from (
	select
		r.*,
		c.case_id,
		a.activity,
		greatest(coalesce(r.s.p, 1), coalesce(r.e.p, 1), $precision::utinyint) as precision,
		local_time(r.s, $offsets::boolean, c.zone_minutes) as started,
		local_time(r.e, $offsets::boolean, c.zone_minutes) as completed
	from (
		select
			record,
			case_key,
			unit,
			clean(cells[$object::integer]) as object,
			cells[$started::integer] as started_written,
			cells[$completed::integer] as completed_written,
			read_time(cells[$started::integer], $formats::varchar[], $format_precisions::utinyint[]) as s,
			read_time(cells[$completed::integer], $formats::varchar[], $format_precisions::utinyint[]) as e
		from staged
	) r
	join numbered_case c on c.case_written is not distinct from r.case_key and c.unit_written is not distinct from r.unit
	join written_activity a on a.activity_written = $activity::varchar
	where c.case_id is not null and (r.s is not null or r.e is not null)
)
