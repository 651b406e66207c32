-- The files of an import, in the order of their SHA-256.
-- params: import
-- rows: one per file
-- not null: file, name, sha256, bytes, profile, process, process_code, process_title, read_rows, used, duplicates, rejected, events
select
	f.file,
	f.name,
	f.sha256,
	f.bytes,
	f.profile,
	f.process,
	p.code as process_code,
	p.title as process_title,
	f.default_unit,
	f.read_rows,
	f.used,
	f.duplicates,
	f.rejected,
	f.events
from import_file f
join process p on p.process = f.process
where f.import = $import::integer
order by f.source_order, f.file
