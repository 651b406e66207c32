-- Takes away the source rows of the observed events of the touched cases.
delete from event_source
where event in (select event from snapshot_change where case_id in (select case_id from touched_case))
