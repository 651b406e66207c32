-- One file of an import, for showing a row of it.
-- params: import, file
-- rows: one; not whole: the reader sees some of the offices only that the import speaks of, and not who made it
-- not null: import, file, name, sha256, bytes, profile, mapping, read_rows, whole
select
	f.import, f.file, f.name, f.sha256, f.bytes, f.profile, f.mapping, f.read_rows, f.notes, f.places,
	i.import is not null as whole, i.imported_at, i.imported_by, i.sample
from import_file f
left join import i on i.import = f.import
where f.import = $import::integer and f.file = $file::integer
