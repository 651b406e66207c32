-- The import in force that has read the same bytes in the same way.
-- params: sha256, mapping, process
-- rows: one per file, the earliest first
-- not null: import, read_rows, rejected
select f.import, f.read_rows, f.rejected
from import_file f
join import i on i.import = f.import
where i.undone_at is null and f.sha256 = $sha256::varchar and f.mapping = $mapping::varchar and f.process = $process::integer
order by f.import
limit 1
