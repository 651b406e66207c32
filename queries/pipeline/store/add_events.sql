-- Keeps the events of the touched cases, in their order.
-- rows: one per event, sorted by case and position
insert into event from placed_event
