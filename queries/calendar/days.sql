-- The days of a calendar with their office seconds.
-- params: calendar; from, to — dates, both included
-- rows: one per date, in order
-- not null: day, weekday, covered, kind, estimated, seconds
select
	day, isodow(day) as weekday, covered, kind, title, decree, estimated,
	(slot1_end - slot1_start) + (slot2_end - slot2_start) + (slot3_end - slot3_start) as seconds
from calendar_day
where calendar = $calendar::integer and day between $from::date and $to::date
order by day
