-- The same of cases in whose time imports can show steps that they cannot show at other times.
create or replace temp table case_flow (case_id integer not null, free integer[] not null);
