-- An event that has lost its first source is placed by the next one.
update event set source_order = f.source_order, source_record = f.record
from (
	select s.event, unnest(min((i.source_order, s.record)::struct(source_order ubigint, record bigint)))
	from event_source s
	join import_file i on i.file = s.file
	where s.event in (select event from event where case_id in (select case_id from touched_case))
	group by s.event
) f
where event.event = f.event and (f.source_order, f.record::ubigint) <> (event.source_order, event.source_record)
