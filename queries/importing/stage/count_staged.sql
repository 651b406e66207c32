-- How many records of the file being staged the database could read.
-- rows: one
-- not null: records
select count(*) as records from staged_fields
