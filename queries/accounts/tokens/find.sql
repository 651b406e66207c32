-- A token in force with the account it acts for, by the hash of its secret.
-- rows: one, or none
-- not null: token, title, account, name, full_name, role, all_units, active, actions
select
	t.token, t.title, t.unit_code, t.actions, t.used_at, a.account, a.name, a.full_name, a.role, a.all_units, a.active,
	(select list(u.unit_code order by u.unit_code) from account_unit u where u.account = a.account) as units
from access_token t
join account a on a.account = t.account
where t.hash = $hash::varchar and t.revoked_at is null and t.expires_at > $now::timestamp
