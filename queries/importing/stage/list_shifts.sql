-- Gives the readable records of a file the numbers they have in it: one more for each unreadable record before them.
-- params: file, how many records were readable
-- rows: one per readable record
insert into shifted_record
select k.readable, k.readable + coalesce(g.number, 0)
from (select unnest(range(1, $readable::bigint + 1)) as readable) k
asof left join (
	select readable_before, max(number) as number
	from (
		select record - row_number() over (order by record) as readable_before, row_number() over (order by record) as number
		from staged_reject
		where file = $file::integer and not readable
	)
	group by readable_before
) g on k.readable > g.readable_before
