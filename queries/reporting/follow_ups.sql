-- What was said and decided about some deviations up to an instant, in the order in which it was, with the files attached.
-- params: ids — identities; as_of — the instant
-- rows: one per act
-- not null: id, act, state, body, by_name, happened_at, zone
select
	f.identity::varchar as id, f.act, f.state, f.body, f.by_name, f.happened_at, f.due, u.zone,
	(
		select string_agg(v.name || ' (SHA-256 ' || v.sha256 || ')', ', ' order by v.sent_at, v.file)
		from evidence_file v
		where v.bundle = f.bundle
	) as files
from follow_up f
join unit u on u.unit = f.unit
where f.identity in (select unnest($ids::varchar[])::ubigint) and f.happened_at <= $as_of::timestamp
order by f.identity, f.entry
