-- What the lists in the accepted rows of a wide file say of stages at the time of their pull.
-- params: file, its order; list; first_part — how many parts come before those of lists; position of the date of the
-- pull, from 1; now — the instant of the import, UTC; formats of times and their precisions
-- rows: one per element
insert into typed_snapshot
select
	t.file,
	$source_order::ubigint,
	t.record,
	t.part,
	t.case_id,
	x.activity,
	coalesce(in_range(read_time(r.cells[$at::integer], $formats::varchar[], $format_precisions::utinyint[]).t), $now::timestamp + to_minutes(c.zone_minutes)),
	null
from typed_event t
join numbered_element x on x.record = t.record and x.within = t.part - $first_part::integer + 1 and x.list = $list::integer
join staged r on r.record = t.record
join numbered_case c on c.case_written is not distinct from r.case_key and c.unit_written is not distinct from r.unit
where t.file = $file::integer
