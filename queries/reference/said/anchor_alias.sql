-- Keeps by which words the step is known that texts mean.
update step_alias set subject = $subject::varchar where sop = $sop::varchar and step_id = $step_id::varchar and subject is null
