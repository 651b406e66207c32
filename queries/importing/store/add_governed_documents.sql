-- Keeps which planned stages govern which documents, where the store has both.
-- rows: one per pair
insert into governed_document
from new_governed_document
where planned_activity in (select activity from activity) and document_activity in (select activity from activity)
