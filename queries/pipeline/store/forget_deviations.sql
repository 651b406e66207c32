-- Takes away the deviations of the cases that are judged anew.
delete from deviation where case_id in (select case_id from judged_case) or case_id in (select case_id from touched_case)
