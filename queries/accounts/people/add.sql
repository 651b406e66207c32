-- Adds an account and answers its number.
-- rows: one
-- not null: account
insert into account
select coalesce(max(account), 0) + 1, $name::varchar, $full_name::varchar, $role::varchar, $all_units::boolean, $password_hash::varchar,
	$subject::varchar, null, null, true, $now::timestamp, case when $password_hash::varchar is null then null else $now::timestamp end
from account
returning account
