-- Keeps filters under a name.
-- params: owner, by_name — who; name; address — the parameters of the list; unit — the code of the office that it is filtered to, null for
-- none; shared; now — UTC
insert into saved_view
select
	(select coalesce(max(saved_view), 0) + 1 from saved_view),
	$owner::varchar, $by_name::varchar, $name::varchar, $address::varchar,
	(select unit from unit where code = $unit::varchar),
	$shared::boolean, $now::timestamp
