-- Takes the events of touched cases out of the store, to be put back in order.
delete from event where case_id in (select case_id from touched_case)
