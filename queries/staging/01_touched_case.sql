-- The cases that the running change touches.
create or replace temp table touched_case (case_id integer not null);
