-- Takes away the states of the cases that are judged anew.
delete from case_state where case_id in (select case_id from judged_case) or case_id in (select case_id from touched_case)
