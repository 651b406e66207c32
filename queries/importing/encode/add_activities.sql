-- Adds activities to those that the import is the first to name.
-- params: texts, step_refs, and the texts normalised
-- rows: one per new activity
insert into new_activity
select (select coalesce(max(activity), 0) from every_activity) + row_number() over (order by text, step_ref), text, step_ref, name
from (select unnest($texts::varchar[]) as text, unnest($step_refs::varchar[]) as step_ref, unnest($names::varchar[]) as name)
