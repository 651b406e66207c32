-- A version of an SOP.
-- params: sop — its id; since — the date from which it is in force, 'open' for one without; null: the one that comes into force last
-- rows: one, or none where the store has no such SOP or version
-- not null: version, process, document, content_hash
select version, process, effective_from, document, content_hash
from sop_version
where sop = $sop::varchar and ($since::varchar is null or coalesce(effective_from::varchar, 'open') = $since::varchar)
order by effective_from desc nulls last, version desc
limit 1
