-- What the import says at the time of a pull, with the numbers that its planned events have in the store.
-- rows: one per row and stage or state
insert into new_snapshot
select s.case_id, s.subject, s.pulled, s.file, s.source_order, s.record, coalesce(k.event, n.event), s.value
from typed_snapshot s
left join typed_event t on t.file = s.file and t.record = s.record and t.part = s.part
left join known_event k on k.identity = t.identity
left join new_event n on n.identity = t.identity
