-- The events of the cases that are judged anew although the change does not touch them, as they are.
create or replace temp table standing_event as from event limit 0;
