-- Adds a token and answers its number.
-- rows: one
-- not null: token
insert into access_token
select coalesce(max(token), 0) + 1, $account::integer, $title::varchar, $hash::varchar, $unit_code::varchar, $actions::varchar[],
	$now::timestamp, $expires_at::timestamp, null, null
from access_token
returning token
