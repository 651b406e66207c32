-- The SOP versions of the store with their documents.
-- rows: one per version, by SOP, the one that comes into force last at its end; effective_from is null of one that is open-ended
-- not null: version, process, sop, document, content_hash
select version, process, sop, effective_from, document, content_hash
from sop_version
order by sop, effective_from nulls first, version
