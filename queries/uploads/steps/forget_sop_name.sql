-- Takes back a text under which a step of an SOP version was known.
delete from sop_name where version = $version::integer and name = $name::varchar
