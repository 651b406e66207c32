-- Keeps the cases that the import is the first to say something of.
-- rows: one per new case
insert into case_instance
from new_case where case_id in (select case_id from touched_case)
