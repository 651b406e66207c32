-- The imported files that the cases of a scope rest on: those that say what happened, and those that only state facts of a case,
-- as its status.
-- params: unit, process — null for all
-- rows: one per file
-- not null: import, name, sha256, imported_at, read_rows, used, duplicates, rejected
select f.import, f.name, f.sha256, i.imported_at, f.read_rows, f.used, f.duplicates, f.rejected
from import_file f
join import i on i.import = f.import and i.undone_at is null
where f.file in (
	select x.file
	from event_source x
	join event e on e.event = x.event
	join case_instance c on c.case_id = e.case_id
	where ($unit::integer is null or c.unit = $unit::integer)
		and ($process::integer is null or c.process = $process::integer)
	union
	select s.file
	from case_fact s
	join case_instance c on c.case_id = s.case_id
	where ($unit::integer is null or c.unit = $unit::integer)
		and ($process::integer is null or c.process = $process::integer)
)
order by f.import, f.source_order, f.name
