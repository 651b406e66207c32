-- Keeps the rows that alone say an event as its source, where other events are said by several.
-- rows: one per row and event
insert into event_source
select event, file, record, part
from typed_event t
where not exists (from repeated_event r where r.identity = t.identity) and not exists (from known_event k where k.identity = t.identity)
