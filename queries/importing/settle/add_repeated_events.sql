-- Of the events that several rows say and the store does not have yet, those of the first rows.
-- rows: one per new event
insert into new_event
select f.event, f.case_id, f.activity, f.kind, f.precision, f.started, f.completed, f.actor, f.role, f.source_order, record_part(f.record, f.part), f.identity
from (
	select arg_min(t, (t.source_order, t.record, t.part)) as f
	from typed_event t
	where exists (from repeated_event r where r.identity = t.identity) and not exists (from known_event k where k.identity = t.identity)
	group by t.identity
)
