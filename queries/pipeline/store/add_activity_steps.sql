-- Keeps which step or milestone each activity is.
-- rows: one per version and activity that matches
insert into activity_step
select version, activity, step from matched_step where activity in (select activity from activity)
