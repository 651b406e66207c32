-- Adds an office of the samples, with the default calendar; known by its name, so nobody need confirm it.
insert into unit
select
	(select coalesce(max(unit), 0) + 1 from unit),
	$code::varchar,
	$name::varchar,
	$zone::varchar,
	calendar,
	true,
	true
from calendar
where code = 'default'
