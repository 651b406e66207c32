-- How many events each file of the import was the first to say.
-- rows: one per file that was
-- not null: source_order, events
select source_order, count(*) as events from new_event group by source_order
