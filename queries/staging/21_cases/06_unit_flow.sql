-- The steps of an SOP version whose absence costs nothing for the cases of an office: optional ones, and ones that no
-- import of the office can show; sorted. For the offices and versions that the running change touches.
create or replace temp table unit_flow (unit integer not null, version integer not null, free integer[] not null);
