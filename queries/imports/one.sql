-- One import.
-- params: import
-- rows: one
-- not null: import, imported_at, imported_by, sample, duration_ms
select import, imported_at, imported_by, sample, duration_ms, undone_at from import where import = $import::integer
