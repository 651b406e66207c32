-- Identities that several rows of the import have.
-- rows: one per identity
insert into repeated_event
select identity from typed_event group by identity having count(*) > 1
