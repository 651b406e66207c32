-- The new variants of an SOP, with the step of each event (0: outside the SOP) and the steps that cost nothing.
-- rows: one per variant
-- not null: variant, version, complete, steps, free
select variant, version, complete, free, list_transform(sequence, lambda entry: greatest(entry, 0)) as steps
from new_variant
where version <> 0
order by variant
