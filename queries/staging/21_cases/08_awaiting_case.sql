-- The judged cases whose last step event is of a group in any order of which another step is still to come.
create or replace temp table awaiting_case (case_id integer not null);
