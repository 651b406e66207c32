-- An import, and whether it was undone.
-- params: import
-- rows: one
-- not null: import
select import, undone_at from import where import = $import::integer
