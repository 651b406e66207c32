-- Why records of a file of the running import were rejected, commonest first.
-- params: file
-- rows: one per reason and column
-- not null: reason, records, samples
select
	reason,
	column_name,
	count(*) as records,
	list({'record': record, 'value': value} order by record)[1:3] as samples
from staged_reject
where file = $file::integer
group by reason, column_name
order by records desc, reason, column_name
