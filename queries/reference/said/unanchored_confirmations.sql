-- The confirmations of a store from before versions of an SOP stood beside one another: of which value is not kept yet.
-- rows: one per confirmation
-- not null: sop, step_id, field, target
select distinct sop, step_id, field, target from sop_confirmation where value is null
