-- Adds a role of a person.
-- params: unit, person, role, valid_from, valid_until — null for still, added_by, added_at
insert into person_role
select
	coalesce((select max(entry) from person_role), 0) + 1,
	$unit::integer, $person::varchar, $role::varchar, $valid_from::date, $valid_until::date, $added_by::varchar, $added_at::timestamp
