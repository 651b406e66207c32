-- Keeps the rejected records, each with its reason.
-- rows: one per rejected record
insert into import_reject
select file, record, column_name, value, reason from staged_reject order by file, record
