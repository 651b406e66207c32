-- Takes away the activities that no event has.
delete from activity where activity not in (select activity from event)
