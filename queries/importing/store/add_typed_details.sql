-- What a row that alone says an event says beyond what all events have.
-- rows: one per event with details
insert into event_detail
select t.event, d.requirements, d.outputs, d.object, d.attributes
from typed_detail d
join new_source t on t.file = d.file and t.record = d.record and t.part = d.part
