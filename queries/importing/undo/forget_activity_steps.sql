-- Takes away what is known of activities that are gone.
delete from activity_step where activity not in (select activity from activity)
