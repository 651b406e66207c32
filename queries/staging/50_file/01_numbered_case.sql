-- The cases of the file being staged, as it writes them, and the case that each is.
create or replace temp table numbered_case (unit_written varchar, case_written varchar, case_id integer not null, zone_minutes integer not null);
