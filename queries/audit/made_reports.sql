-- What the record holds of the reports that were made under a number: their format, content, maker and time.
-- params: number
-- rows: one per file that was made
select
	json_extract_string(detail, '$.format') as format,
	json_extract_string(detail, '$.sha256') as sha256,
	json_extract_string(detail, '$.madeAt') as made_at,
	json_extract_string(detail, '$.madeBy') as made_by
from audit_entry
where action = 'report_made' and object = $number::varchar
order by entry
