-- Which step or milestone of an SOP version an activity is.
create or replace temp table matched_step (version integer not null, activity integer not null, step integer not null, milestone boolean not null);
