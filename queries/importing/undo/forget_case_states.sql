-- Takes away the states of cases that are gone.
delete from case_state where case_id not in (select case_id from case_instance)
