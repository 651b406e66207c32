-- The next free numbers of an import and of a file.
-- not null: import, file, last_event
select
	(select coalesce(max(import), 0) + 1 from import) as import,
	(select coalesce(max(file), 0) + 1 from import_file) as file,
	(select coalesce(max(event), 0) from event) as last_event
