-- The sessions of an account, or of all (null), latest first.
-- rows: one per session
-- not null: hash, public_id, account, name, full_name, method, created_at, seen_at, address, agent
select s.hash, s.public_id, s.account, a.name, a.full_name, s.method, s.created_at, s.seen_at, s.address, s.agent
from session s
join account a on a.account = s.account
where $account::integer is null or s.account = $account::integer
order by s.seen_at desc, s.public_id
