-- The variant of each judged case.
create or replace temp table case_variant (case_id integer not null, variant integer not null);
