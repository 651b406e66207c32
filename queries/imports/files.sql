-- The files of an import, in the order in which they were read, each with how its columns were read.
-- params: import
-- rows: one per file
-- not null: file, name, sha256, bytes, profile, mapping, process_code, process_title, process_kind, read_rows, used, duplicates, rejected, events
select
	f.file,
	f.name,
	f.sha256,
	f.bytes,
	f.profile,
	f.mapping,
	p.code as process_code,
	p.title as process_title,
	p.kind as process_kind,
	f.default_unit,
	f.read_rows,
	f.used,
	f.duplicates,
	f.rejected,
	f.events,
	f.notes,
	f.places
from import_file f
join process p on p.process = f.process
where f.import = $import::integer
order by f.source_order, f.file
