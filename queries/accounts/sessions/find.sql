-- A session with the account it belongs to, by the hash of its secret.
-- rows: one, or none
-- not null: hash, public_id, account, method, created_at, seen_at, name, full_name, role, all_units, active
select
	s.hash, s.public_id, s.account, s.method, s.created_at, s.seen_at, a.name, a.full_name, a.role, a.all_units, a.active,
	(select list(u.unit_code order by u.unit_code) from account_unit u where u.account = a.account) as units
from session s
join account a on a.account = s.account
where s.hash = $hash::varchar
