-- The cases of which the import says anything.
-- params: import
-- rows: one per case
insert into touched_case
select e.case_id
from event_source s
join import_file f on f.file = s.file and f.import = $import::integer
join event e on e.event = s.event
union
select c.case_id from case_fact c join import_file f on f.file = c.file and f.import = $import::integer
