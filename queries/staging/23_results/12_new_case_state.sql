-- The states of the judged cases.
create or replace temp table new_case_state as from case_state limit 0;
