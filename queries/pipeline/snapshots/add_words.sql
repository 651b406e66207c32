-- Keeps the words of observed events that the store does not know yet.
-- rows: one per new activity
insert into activity
from new_activity
where text in (select text from new_snapshot_change) and step_ref = '' and activity not in (select activity from activity)
