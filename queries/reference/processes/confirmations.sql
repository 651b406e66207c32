-- What offices have confirmed of an SOP's inferred values, of which step, by its words, and which value; null until that is filled in.
-- params: sop
-- rows: one per confirmation, the first one first
-- not null: step_id, field, target, confirmed_by, confirmed_at, sample
select step_id, field, target, subject, value, confirmed_by, confirmed_at, sample
from sop_confirmation
where sop = $sop::varchar
order by confirmed_at, step_id, field, target
