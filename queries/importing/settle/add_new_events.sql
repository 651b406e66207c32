-- The events that the store does not have yet; what several rows say is taken from the first.
-- rows: one per new event
insert into new_event
select event, case_id, activity, kind, precision, started, completed, actor, role, source_order, record_part(record, part), identity
from typed_event t
where not exists (from repeated_event r where r.identity = t.identity) and not exists (from known_event k where k.identity = t.identity)
