-- Gives the memory of the typed events back once they are placed.
-- rows: none
create or replace temp table typed_event as from typed_event limit 0
