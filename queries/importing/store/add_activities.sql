-- Keeps the activities that the import is the first to have events of.
-- rows: one per new activity
insert into activity
from new_activity where activity in (select activity from judged_event)
