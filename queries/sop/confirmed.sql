-- The inferred values that offices have confirmed, of all SOPs.
-- rows: one per value
-- not null: sop, step_id, field, target
select distinct sop, step_id, field, target from sop_confirmation
