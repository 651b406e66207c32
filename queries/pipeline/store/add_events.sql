-- Keeps the events of the touched cases, in their order.
-- rows: one per event, sorted by case and position
insert into event
from judged_event where case_id in (select case_id from touched_case)
