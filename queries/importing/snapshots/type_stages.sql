-- What the accepted rows of a long file say of stages at the time of their pull. A row without the key is told by its
-- step, else by its activity.
-- params: file, its order; positions of the key and of the date of the pull, from 1; now — the instant of the import,
-- UTC; formats of times and their precisions
-- rows: one per accepted row
insert into typed_snapshot
select
	t.file,
	$source_order::ubigint,
	t.record,
	t.part,
	t.case_id,
	coalesce(plain_code(clean(r.cells[$key::integer])), plain_code(clean(r.step)), clean(r.activity), ''),
	coalesce(in_range(read_time(r.cells[$at::integer], $formats::varchar[], $format_precisions::utinyint[]).t), $now::timestamp + to_minutes(c.zone_minutes)),
	null
from typed_event t
join staged r on r.record = t.record
join numbered_case c on c.case_written is not distinct from r.case_key and c.unit_written is not distinct from r.unit
where t.file = $file::integer
