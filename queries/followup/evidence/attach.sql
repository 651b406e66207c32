-- Attaches somebody's files that are not attached yet to what they did.
-- params: files, owner, bundle
update evidence_file
set bundle = $bundle::varchar
where bundle is null and owner = $owner::varchar and file in (select unnest($files::varchar[]))
