-- A known event is placed by its first source in the order of files, whichever was imported first.
update kept_event set source_order = f.source_order, source_record = f.place
from (
	select k.event, unnest(min((t.source_order, record_part(t.record, t.part))::struct(source_order ubigint, place ubigint)))
	from typed_event t
	join known_event k on k.identity = t.identity
	group by k.event
) f
where kept_event.event = f.event and (f.source_order, f.place) < (kept_event.source_order, kept_event.source_record)
