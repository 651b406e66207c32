-- Takes away the measurements of the cases that are judged anew.
delete from measurement where case_id in (select case_id from judged_case) or case_id in (select case_id from touched_case)
