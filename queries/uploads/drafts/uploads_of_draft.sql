-- The files of an import that somebody prepares, in the order in which they came.
-- params: draft, owner
-- rows: one per file
-- not null: upload, name, bytes, received_at
select upload, draft, name, bytes, look, received_at from upload
where draft = $draft::varchar and owner = $owner::varchar
order by received_at, name, upload
