-- The keys of the staged JSON objects, in the order in which they first appear.
-- rows: one per key
-- not null: name
select key as name
from (
	select key, min(element_number * 100000 + position) as first
	from (
		select element_record(rowid) as element_number, unnest(json_keys(element)) as key, generate_subscripts(json_keys(element), 1) as position
		from staged_json
		where json_type(element) = 'OBJECT'
	)
	group by key
)
order by first
