-- Keeps the states of the judged cases.
-- rows: one per case
insert into case_state from new_case_state
