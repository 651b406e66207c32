-- The SOPs of which an office of the samples has confirmed something, as they are stored.
-- rows: one per SOP version
-- not null: version, process, content_hash, document
select version, process, content_hash, document
from sop_version
where sop in (select sop from sop_confirmation where sample)
order by version
