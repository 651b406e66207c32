-- Sets aside the events that touched cases already have.
-- rows: one per event of a touched case
insert into kept_event
select event, case_id, activity, kind, precision, started, completed, actor, role, source_order, source_record, identity
from event
where case_id in (select case_id from touched_case)
