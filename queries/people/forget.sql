-- Takes a role of a person away.
-- params: entry
delete from person_role where entry = $entry::integer
