-- The texts that mean steps, of a store from before versions of an SOP stood beside one another: by which words is not kept yet.
-- rows: one per SOP and step
-- not null: sop, step_id
select distinct sop, step_id from step_alias where subject is null
