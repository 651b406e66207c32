-- Says what is really wrong with the records in whose place the staged file has a placeholder.
-- params: file; records, their beginnings and what is wrong with each
update staged_reject
set column_name = null, value = b.value, reason = b.reason
from (select unnest($records::bigint[]) as record, left(unnest($texts::varchar[]), 200) as value, unnest($reasons::varchar[]) as reason) b
where staged_reject.file = $file::integer and not staged_reject.readable and staged_reject.record = b.record
