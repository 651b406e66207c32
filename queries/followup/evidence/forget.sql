-- Forgets files that were never attached.
-- params: files
delete from evidence_file where bundle is null and file in (select unnest($files::varchar[]))
