-- Keeps the changes of the touched cases.
-- rows: one per change
insert into snapshot_change
select * exclude (identity, source_order, text) from new_snapshot_change
