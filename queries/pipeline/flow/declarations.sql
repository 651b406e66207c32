-- Which activities files of the store declare to show; only files of processes with an SOP.
-- rows: one per file that declares any
-- not null: file
select file, (mapping::json ->> '$.profile.shows[*]')::varchar[] as shows
from import_file
where process in (select process from sop_version)
	and json_array_length(mapping::json -> '$.profile.shows') > 0
