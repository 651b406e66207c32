-- What the accepted rows of a wide file say of one state at the time of their pull.
-- params: file; subject — what the state is called; position of its column, from 1; now — the instant of the import, UTC
-- rows: one per row with a state
insert into typed_snapshot
select
	f.file,
	f.source_order,
	f.record,
	null,
	f.case_id,
	$subject::varchar,
	coalesce(f.pulled, $now::timestamp + to_minutes(c.zone_minutes)),
	clean(r.cells[$position::integer])
from typed_fact f
join staged r on r.record = f.record
join numbered_case c on c.case_written is not distinct from r.case_key and c.unit_written is not distinct from r.unit
where f.file = $file::integer and clean(r.cells[$position::integer]) is not null and clean(r.cells[$position::integer]) <> '-'
