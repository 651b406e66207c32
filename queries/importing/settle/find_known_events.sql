-- Events of the import that the store already has.
-- rows: one per event
insert into known_event
select identity, event from event where identity in (select identity from typed_event)
