-- The SOP versions of the store.
-- not null: version, sop, process, content_hash
select version, sop, process, content_hash from sop_version order by version
