-- The files that wait.
-- rows: one per file
-- not null: upload, owner
select upload, owner from upload
