-- The source rows of the events of one case.
-- params: case_id
-- rows: one per event and row that says it
-- not null: event, file, name, sha256, record, import
select x.event, x.file, f.name, f.sha256, x.record, f.import
from event_source x
join import_file f on f.file = x.file
where x.event in (select event from event where case_id = $case_id::integer)
order by x.event, x.file, x.record
