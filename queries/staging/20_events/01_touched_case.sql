-- The cases that the running change touches: their events are put in order anew.
create or replace temp table touched_case (case_id integer not null);
