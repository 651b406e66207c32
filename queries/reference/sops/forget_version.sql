-- Takes an SOP version away, to be given anew.
delete from sop_version where version = $version::integer
