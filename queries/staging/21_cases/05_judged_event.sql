-- The events of the judged cases, in their order.
create or replace temp view judged_event as from placed_event union all from standing_event;
