-- Entries of the record, latest first, a page at a time.
-- params: action, actor, search — null for all; from, to — local dates of the zone's offset in hours, inclusive, null for open;
--   offset_hours; before — only entries with a smaller number, null for the latest; most
-- rows: one per entry
-- not null: entry, happened_at, actor, address, action, object, detail, hash
select entry, happened_at, account, actor, address, action, object, unit_code, detail, hash
from audit_entry
where ($action::varchar is null or action = $action::varchar)
	and ($actor::varchar is null or actor = $actor::varchar)
	and ($search::varchar is null or contains(lower(object || ' ' || detail), lower($search::varchar)))
	and ($from::date is null or (happened_at + to_hours($offset_hours::integer))::date >= $from::date)
	and ($to::date is null or (happened_at + to_hours($offset_hours::integer))::date <= $to::date)
	and ($before::bigint is null or entry < $before::bigint)
order by entry desc
limit $most::integer
