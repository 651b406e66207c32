-- The versions of a process's SOP.
-- params: process
-- rows: one per version, the one that comes into force last first; none for a process without an SOP
-- not null: version
select version, effective_from
from sop_version
where process = $process::integer
order by effective_from desc nulls last, version desc
