-- Takes away the events that nothing says any more.
delete from event where event in (select event from doomed_event)
