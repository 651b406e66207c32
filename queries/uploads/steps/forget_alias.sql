-- Takes back that a text means a step.
delete from step_alias where sop = $sop::varchar and name = $name::varchar
