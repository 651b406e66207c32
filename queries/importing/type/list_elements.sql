-- The elements of the lists in one column, of which an event can be made; a cell that holds no list has none.
-- params: list — which of the profile's lists; position of its column, from 1; activity — that of each element, else
-- the keys under which an element names it; keys of the times and of the object, the first that an element has
-- rows: one per element with a time
insert into staged_element
select record, list, place, activity, started, completed, object
from (
	select
		record,
		$list::integer as list,
		place,
		coalesce($activity::varchar, clean(list_filter(json_extract_string(element, $named::varchar[]), lambda x: x is not null)[1])) as activity,
		list_filter(json_extract_string(element, $started::varchar[]), lambda x: x is not null)[1] as started,
		list_filter(json_extract_string(element, $completed::varchar[]), lambda x: x is not null)[1] as completed,
		clean(list_filter(json_extract_string(element, $object::varchar[]), lambda x: x is not null)[1]) as object
	from (
		select record, unnest(elements) as element, generate_subscripts(elements, 1) as place
		from (
			select record, try_cast(try_cast(cells[$position::integer] as json) as json[]) as elements
			from staged
		)
	)
)
where not (is_blank_time(started) and is_blank_time(completed))
