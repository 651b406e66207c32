-- Keeps what the import says at the time of a pull.
-- rows: one per row and stage or state
insert into snapshot_row
select case_id, subject, pulled, file, record, event, value from new_snapshot
