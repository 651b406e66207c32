-- Takes away the schedule windows of the cases that are judged anew.
delete from schedule_window where case_id in (select case_id from judged_case) or case_id in (select case_id from touched_case)
