-- Ends a role of a person with a date.
-- params: entry, valid_until
update person_role set valid_until = $valid_until::date where entry = $entry::integer
