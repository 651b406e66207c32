-- Takes away the details of the observed events of the touched cases.
delete from event_detail
where event in (select event from snapshot_change where case_id in (select case_id from touched_case))
