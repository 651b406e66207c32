-- The next free number of a kept way to read a file; numbers are not used again, as imports name them.
-- rows: one
-- not null: saved_profile
select greatest(
	(select coalesce(max(saved_profile), 0) from saved_profile),
	(select coalesce(max(try_cast(regexp_extract(profile, '^saved-(\d+)$', 1) as integer)), 0) from import_file)
) + 1 as saved_profile
