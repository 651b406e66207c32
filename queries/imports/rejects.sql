-- Rejected records of an import in the order of its files and their records, a page at a time.
-- params: import; file, reason — only these, null for all; after_file, after_record — the last of the page before, 0 for the first page; most
-- rows: one per record
-- not null: file, name, record, reason
select f.file, f.name, r.record, r.column_name, r.value, r.reason
from import_reject r
join import_file f on f.file = r.file
where
	f.import = $import::integer
	and ($file::integer is null or r.file = $file::integer)
	and ($reason::varchar is null or r.reason = $reason::varchar)
	and (r.file > $after_file::integer or (r.file = $after_file::integer and r.record > $after_record::bigint))
order by r.file, r.record
limit $most::integer
