-- The events of the judged cases, in their order: of the touched ones as they are to be stored, of others as they are.
create or replace temp table judged_event as from event limit 0;
