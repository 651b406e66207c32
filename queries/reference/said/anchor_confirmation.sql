-- Keeps which value of which step was confirmed.
update sop_confirmation
set subject = $subject::varchar, value = $value::varchar
where sop = $sop::varchar and step_id = $step_id::varchar and field = $field::varchar and target = $target::varchar and value is null
