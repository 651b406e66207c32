-- Keeps what became of the files of imports, for those of which it is not kept yet.
insert into import_record
select
	f.import, f.file, f.name, f.sha256, f.source_order, f.bytes, f.profile, f.mapping, p.code, p.title, p.kind, f.default_unit,
	f.read_rows, f.used, f.duplicates, f.rejected, f.events
from import_file f
join process p on p.process = f.process
where not exists (from import_record r where r.import = f.import)
