-- The row that first shows a change is the source of its observed event; part 255 tells it from what rows say themselves.
-- rows: one per change
insert into event_source
select event, file, record, 255 from new_snapshot_change
