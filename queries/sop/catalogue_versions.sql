-- The SOP versions of the store with their documents.
-- rows: one per version, by SOP
-- not null: version, process, sop, document, content_hash
select version, process, sop, document, content_hash from sop_version order by sop, version
