-- The events of the cases that are judged anew although the change does not touch them.
-- rows: one per event of such a case
insert into standing_event
from event where case_id in (select case_id from judged_case) and case_id not in (select case_id from touched_case)
