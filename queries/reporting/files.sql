-- The names of all imported files, and by which import each came.
-- rows: one per file
-- not null: file, import, name, sha256
select file, import, name, sha256 from import_file
