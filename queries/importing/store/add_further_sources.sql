-- Rows that say an event which other rows or other files say too are its sources as well.
-- rows: one per row and event
insert into event_source
select n.event, t.file, t.record, t.part
from typed_event t
join (
	select identity, event from known_event
	union all
	select identity, event from new_event n where exists (from repeated_event r where r.identity = n.identity)
) n on n.identity = t.identity
