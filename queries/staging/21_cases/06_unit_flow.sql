-- The steps of an SOP version whose absence costs nothing for the cases of an office, but for those of case_flow: optional
-- ones, and ones that no import can show over the whole time of every case; sorted. For the offices and versions that the running change touches.
create or replace temp table unit_flow (unit integer not null, version integer not null, free integer[] not null);
