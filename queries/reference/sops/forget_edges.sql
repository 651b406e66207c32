-- Takes the edges of an SOP version away, to be given anew.
delete from sop_edge where version = $version::integer
