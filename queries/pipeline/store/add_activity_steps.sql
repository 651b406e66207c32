-- Keeps which step or milestone each activity is; a text of several steps is what its sequence was read with, see move.
-- rows: one per version and activity that matches
insert into activity_step
select version, activity, step from matched_step where choices is null and activity in (select activity from activity)
