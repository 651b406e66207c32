-- The version of a process's SOP that is in force: the latest, where there are several.
-- params: process
-- rows: one, or none for a process without an SOP
-- not null: version
select version
from sop_version
where process = $process::integer
order by effective_from desc nulls last, version desc
limit 1
