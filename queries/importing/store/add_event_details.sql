-- What the first source of a new event says beyond what all events have.
-- rows: one per new event with details
insert into event_detail
select n.event, d.requirements, d.outputs, d.object, d.attributes
from typed_detail d
join typed_event t on t.file = d.file and t.record = d.record and t.part = d.part
join new_event n on n.identity = t.identity and n.source_order = t.source_order and n.source_record = record_part(t.record, t.part)
