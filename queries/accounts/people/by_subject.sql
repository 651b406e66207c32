-- The account with a given subject: how the office's own sign-in names it.
-- rows: one, or none
-- not null: account, name, full_name, role, all_units, active, created_at
select
	a.account, a.name, a.full_name, a.role, a.all_units, a.password_hash, a.subject, a.totp_secret, a.totp_step, a.active, a.created_at, a.password_at,
	(select list(u.unit_code order by u.unit_code) from account_unit u where u.account = a.account) as units
from account a
where a.subject = $subject::varchar
