-- Planned events of the judged cases that a later picture of the same schedule shows otherwise.
create or replace temp table superseded_plan (event bigint not null);
