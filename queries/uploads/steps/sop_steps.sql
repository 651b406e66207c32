-- The document of an SOP, by its id; of several versions the last.
-- params: sop
-- rows: one, or none
-- not null: version, process, content_hash, document
select version, process, content_hash, document from sop_version where sop = $sop::varchar order by version desc limit 1
