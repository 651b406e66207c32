-- Files that were sent before an instant and never attached.
-- params: before
-- rows: one per file
-- not null: file
select file from evidence_file where bundle is null and sent_at < $before::timestamp
