-- Events that nothing says any more.
-- rows: one per event
insert into doomed_event
select event from event e
where case_id in (select case_id from touched_case) and not exists (from event_source s where s.event = e.event)
