-- Of files imported before, as their events show it.
update import_file set kept = k.names
from (
	select s.file, list(distinct d.name order by d.name) as names
	from (select event, unnest(map_keys(attributes)) as name from event_detail) d
	join event_source s on s.event = d.event
	group by s.file
) k
where k.file = import_file.file
