-- Joins a supplier to another on a person's word.
insert into supplier_merge values ($supplier_key::varchar, $joined_to::varchar, $by::varchar, $now::timestamp)
