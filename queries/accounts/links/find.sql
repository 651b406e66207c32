-- A link that was not used yet and has not expired, by the hash of its secret.
-- rows: one, or none
-- not null: purpose, expires_at
select l.purpose, l.account, l.expires_at, a.name, a.full_name
from one_time_link l
left join account a on a.account = l.account
where l.hash = $hash::varchar and l.used_at is null and l.expires_at > $now::timestamp
