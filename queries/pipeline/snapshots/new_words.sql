-- Words of observed events that no activity has yet.
-- rows: one per text
-- not null: text
select distinct text
from new_snapshot_change c
where not exists (from every_activity a where a.text = c.text and a.step_ref = '')
order by text
