-- How many events each file of the import says, where no other row says them.
-- rows: one per file that says any
-- not null: source_order, events
select source_order, count(*) as events from typed_event group by source_order
