-- The inferred values that offices have confirmed, of all SOPs: of which step, by its words, and which value.
-- rows: one per value
-- not null: sop, step_id, field, target
select distinct sop, step_id, field, target, subject, value from sop_confirmation
