-- What the store keeps of some rows of a file beside events: what they say of a case as a whole.
-- params: file; from, to — the first and the last row
-- rows: one per row
-- not null: record, case_id, case_key, unit_name, process_title, process_kind
select
	f.record, f.case_id, c.case_key, u.name as unit_name, u.zone, p.title as process_title, p.kind as process_kind,
	f.status, f.stated, f.stated_at
from case_fact f
join case_instance c on c.case_id = f.case_id
join unit u on u.unit = c.unit
join process p on p.process = c.process
where f.file = $file::integer and f.record between $from::bigint and $to::bigint
order by f.record, f.case_id
