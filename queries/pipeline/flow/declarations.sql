-- Which activities files of the store declare to show, for the offices of their cases; only files of processes with an SOP.
-- rows: one per office, process and mapping
-- not null: unit, process
select distinct c.unit, c.process, (f.mapping::json ->> '$.profile.shows[*]')::varchar[] as shows
from import_file f
join event_source s on s.file = f.file
join event e on e.event = s.event
join case_instance c on c.case_id = e.case_id
where f.process in (select process from sop_version)
	and json_array_length(f.mapping::json -> '$.profile.shows') > 0
