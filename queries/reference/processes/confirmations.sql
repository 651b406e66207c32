-- What offices have confirmed of an SOP's inferred values.
-- not null: step_id, field, target, confirmed_by, confirmed_at
select step_id, field, target, confirmed_by, confirmed_at from sop_confirmation where sop = $sop::varchar order by confirmed_at
