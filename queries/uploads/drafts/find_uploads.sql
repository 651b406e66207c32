-- Files that wait, by their numbers; another's are not answered.
-- params: uploads, owner
-- rows: one per file that is there
-- not null: upload, name, bytes, received_at
select upload, draft, name, bytes, look, received_at from upload
where list_contains($uploads::varchar[], upload) and owner = $owner::varchar
