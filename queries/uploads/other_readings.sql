-- The imports in force that have read the same bytes, in whatever way.
-- params: sha256
-- rows: one per import and process, the latest first
-- not null: import, process_title, process_kind
select distinct f.import, p.title as process_title, p.kind as process_kind
from import_file f
join import i on i.import = f.import
join process p on p.process = f.process
where i.undone_at is null and f.sha256 = $sha256::varchar
order by f.import desc
limit 5
