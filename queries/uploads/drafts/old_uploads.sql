-- Files that came before a moment and of no import that somebody touched since.
-- rows: one per file
-- not null: upload, owner
select upload, owner from upload u
where received_at < $before::timestamp
	and not exists (from import_draft d where d.draft = u.draft and d.changed_at >= $before::timestamp)
