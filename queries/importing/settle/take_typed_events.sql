-- Takes the typed events as the new ones, without copying them, where each of them is new.
create or replace temp view new_event as
select event, case_id, activity, kind, precision, started, completed, actor, role, source_order, record_part(record, part) as source_record, identity
from typed_event
