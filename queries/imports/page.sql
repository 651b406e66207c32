-- The imports, latest first, each with what its files came to.
-- params: before — only imports with a smaller number, null for the latest; most
-- rows: one per import
-- not null: import, imported_at, imported_by, sample, duration_ms, files, read_rows, used, duplicates, rejected, events
select
	i.import,
	i.imported_at,
	i.imported_by,
	i.sample,
	i.duration_ms,
	i.undone_at,
	count(f.file) as files,
	list(f.name order by f.source_order) filter (f.name is not null) as names,
	coalesce(sum(f.read_rows), 0)::bigint as read_rows,
	coalesce(sum(f.used), 0)::bigint as used,
	coalesce(sum(f.duplicates), 0)::bigint as duplicates,
	coalesce(sum(f.rejected), 0)::bigint as rejected,
	coalesce(sum(f.events), 0)::bigint as events
from import i
left join import_file f on f.import = i.import
where $before::integer is null or i.import < $before::integer
group by i.import, i.imported_at, i.imported_by, i.sample, i.duration_ms, i.undone_at
order by i.import desc
limit $most::integer
