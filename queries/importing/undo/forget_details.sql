-- Takes away the details of events that nothing says any more.
delete from event_detail where event in (select event from doomed_event)
