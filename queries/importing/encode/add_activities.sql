-- Creates activities.
-- params: texts, step_refs, and the texts normalised
-- rows: one per new activity
insert into activity
select (select coalesce(max(activity), 0) from activity) + row_number() over (order by text, step_ref), text, step_ref, name
from (select unnest($texts::varchar[]) as text, unnest($step_refs::varchar[]) as step_ref, unnest($names::varchar[]) as name)
