-- Sets aside the rows whose list cannot be read, or that hold more elements than an event can be numbered in.
-- params: file; position of the column, from 1; the file's own name of it; most — elements of a row
-- rows: one per such row that is not set aside yet
insert into staged_reject
select $file::integer, record, true, $column::varchar, left(cell, 200), case when elements is null then 'unreadable_list' else 'list_too_long' end
from (
	select record, cell, try_cast(try_cast(cell as json) as json[]) as elements
	from (select record, clean(cells[$position::integer]) as cell from staged)
	where cell is not null and lower(cell) not in ('null', '-', '[]')
)
where (elements is null or len(elements) > $most::integer)
	and record not in (select record from staged_reject where file = $file::integer and readable)
