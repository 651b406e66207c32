-- The activities that the store does not know yet.
-- rows: one per text and step reference
-- not null: text, step_ref
select distinct text, step_ref
from written_activity w
where text is not null and not exists (from every_activity a where a.text = w.text and a.step_ref = w.step_ref)
order by text, step_ref
