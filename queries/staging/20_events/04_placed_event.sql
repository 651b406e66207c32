-- The events of the touched cases, in their order, as they are to be stored.
create or replace temp table placed_event as from event limit 0;
