-- Why records of an import were rejected, commonest first, with the first of them.
-- params: import
-- rows: one per file, reason and column
-- not null: file, name, reason, records, samples
select
	f.file,
	f.name,
	r.reason,
	r.column_name,
	count(*) as records,
	list({'record': r.record, 'value': r.value} order by r.record)[1:3] as samples
from import_reject r
join import_file f on f.file = r.file
where f.import = $import::integer
group by f.file, f.name, r.reason, r.column_name
order by records desc, f.name, r.reason, r.column_name
