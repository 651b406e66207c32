-- The version of an SOP that is in force: the latest, where there are several.
-- params: sop — its id
-- rows: one, or none where the store has no such SOP
-- not null: version, process, document, content_hash
select version, process, document, content_hash
from sop_version
where sop = $sop::varchar
order by effective_from desc nulls last, version desc
limit 1
