-- Why some rows of a file were rejected.
-- params: file; from, to — the first and the last row
-- rows: one per rejected row
-- not null: record, reason
select record, column_name, value, reason
from import_reject
where file = $file::integer and record between $from::bigint and $to::bigint
order by record
