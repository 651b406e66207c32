-- The tokens of an account, or of all (null): those in force first.
-- rows: one per token
-- not null: token, account, name, full_name, title, actions, created_at, expires_at, in_force
select
	t.token, t.account, a.name, a.full_name, t.title, t.unit_code, t.actions, t.created_at, t.expires_at, t.used_at, t.revoked_at,
	t.revoked_at is null and t.expires_at > $now::timestamp as in_force
from access_token t
join account a on a.account = t.account
where $account::integer is null or t.account = $account::integer
order by in_force desc, t.token desc
