-- What the store and the running change know.
create or replace temp view every_snapshot as
select s.case_id, s.subject, s.pulled, s.file, f.source_order, s.record, s.event, s.value
from snapshot_row s
join import_file f on f.file = s.file
union all
from new_snapshot;
