-- Takes away the passages of the cases whose events are put in order anew.
delete from passage where case_id in (select case_id from touched_case)
