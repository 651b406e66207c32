-- Keeps the rows that alone say an event as its source.
-- rows: one per row and event
insert into event_source from new_source
