-- What became of the files of imports when they were made.
-- params: imports
-- rows: one per file
-- not null: import, file, name, sha256, bytes, profile, mapping, process_code, process_title, process_kind, read_rows, used, duplicates, rejected, events
select
	r.import, r.file, r.name, r.sha256, r.bytes, r.profile, r.mapping, r.process_code, r.process_title, r.process_kind, r.default_unit,
	r.read_rows, r.used, r.duplicates, r.rejected, r.events, null::varchar as notes, null::varchar as places
from import_record r
join import i on i.import = r.import
where list_contains($imports::integer[], r.import)
order by r.import, r.source_order, r.file
