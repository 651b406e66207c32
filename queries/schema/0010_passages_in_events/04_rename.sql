alter table followed_event rename to event
