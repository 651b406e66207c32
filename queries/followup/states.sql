-- How the follow-up of some deviations stands, of those that are found now.
-- params: ids — identities
-- rows: one per deviation that exists
-- not null: id, unit, state
select d.identity::varchar as id, u.code as unit, coalesce(f.state, 'open') as state
from deviation d
join unit u on u.unit = d.unit
left join (select identity, arg_max(state, entry) as state from follow_up group by identity) f on f.identity = d.identity
where d.identity in (select unnest($ids::varchar[])::ubigint)
