-- What was said and decided about a deviation, in the order in which it was.
-- params: id — identity
-- rows: one per act
-- not null: entry, bundle, act, state, body, by_name, happened_at
select entry, bundle, act, state, body, by_name, happened_at, due
from follow_up
where identity = $id::varchar::ubigint
order by entry
