-- Takes away the changes of the touched cases, which are found anew.
delete from snapshot_change where case_id in (select case_id from touched_case)
