-- Rejected records of a file in the order of the file, a page at a time.
-- params: file; after — the last record of the page before, 0 for the first page; most
-- rows: one per record
-- not null: record, reason
select record, column_name, value, reason
from import_reject
where file = $file::integer and record > $after::bigint
order by record
limit $most::integer
