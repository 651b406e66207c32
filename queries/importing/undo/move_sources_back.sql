-- An event that has lost its first source is placed by the next one.
update event set source_order = f.source_order, source_record = f.place
from (
	select s.event, unnest(min((i.source_order, record_part(s.record, s.part))::struct(source_order ubigint, place ubigint)))
	from event_source s
	join import_file i on i.file = s.file
	where s.event in (select event from event where case_id in (select case_id from touched_case))
	group by s.event
) f
where event.event = f.event and (f.source_order, f.place) <> (event.source_order, event.source_record)
