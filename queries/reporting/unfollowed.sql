-- How many of some deviations stand and were followed up by nobody as of an instant, or were open again then.
-- params: ids — identities; as_of — UTC
-- rows: one
-- not null: unfollowed
select count(*) as unfollowed
from deviation d
where d.identity in (select unnest($ids::varchar[])::ubigint)
	and d.state = 'open'
	and not d.provisional
	and d.identity not in (
		select identity
		from follow_up
		where happened_at <= $as_of::timestamp
		group by identity
		having arg_max(state, entry) <> 'open'
	)
