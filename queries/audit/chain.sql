-- Entries in the order in which they were added, a page at a time, to verify the chain.
-- params: after — the last entry of the page before, 0 first; most
-- rows: one per entry
-- not null: entry, happened_at, actor, address, action, object, detail, previous_hash, hash
select entry, happened_at, account, actor, address, action, object, unit_code, detail, previous_hash, hash
from audit_entry
where entry > $after::bigint
order by entry, happened_at, hash
limit $most::integer
