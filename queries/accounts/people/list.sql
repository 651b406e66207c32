-- All accounts, those in use first, with when each was last seen.
-- rows: one per account
-- not null: account, name, full_name, role, all_units, active, created_at, has_password, has_totp, sessions
select
	a.account, a.name, a.full_name, a.role, a.all_units, a.active, a.created_at, a.subject,
	a.password_hash is not null as has_password,
	a.totp_secret is not null as has_totp,
	(select list(u.unit_code order by u.unit_code) from account_unit u where u.account = a.account) as units,
	(select count(*) from session s where s.account = a.account) as sessions,
	(select max(s.seen_at) from session s where s.account = a.account) as seen_at
from account a
order by a.active desc, a.name
