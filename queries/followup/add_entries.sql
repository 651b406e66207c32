-- Adds the same act to the history of some deviations.
-- params: ids — identities; bundle, act, state — after it; body, account, by_name, now; due — a local date, of what is asked for
insert into follow_up
select
	(select coalesce(max(entry), 0) from follow_up) + row_number() over (order by identity),
	identity, unit, $bundle::varchar, $act::varchar, $state::varchar, $body::varchar, $account::integer, $by_name::varchar, $now::timestamp, $due::date
from followed_deviation
where identity in (select unnest($ids::varchar[])::ubigint)
