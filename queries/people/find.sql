-- One role of a person.
-- params: entry
-- rows: one, or none
-- not null: entry, unit, unit_code, unit_name, person, role, valid_from
select p.entry, p.unit, u.code as unit_code, u.name as unit_name, p.person, p.role, p.valid_from, p.valid_until
from person_role p
join unit u on u.unit = p.unit
where p.entry = $entry::integer
