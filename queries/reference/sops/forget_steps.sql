-- Takes the steps of an SOP version away, to be given anew.
delete from sop_step where version = $version::integer
