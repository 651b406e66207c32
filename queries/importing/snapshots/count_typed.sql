-- How much the import says of plans and states at the time of a pull.
-- rows: one
-- not null: rows
select count(*) as rows from typed_snapshot
