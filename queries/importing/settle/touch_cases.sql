-- The cases to which the import adds anything.
-- rows: one per case
insert into touched_case
select case_id from typed_event union select case_id from typed_fact
