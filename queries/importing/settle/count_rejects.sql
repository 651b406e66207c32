-- How many records of each file of the import were rejected.
-- rows: one per file with rejects
-- not null: file, records
select file, count(distinct record) as records from staged_reject group by file
