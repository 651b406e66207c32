-- Takes the names of an SOP version away, to be given anew.
delete from sop_name where version = $version::integer
