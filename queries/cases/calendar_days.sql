-- The days of a calendar between two dates: its office hours, and why a day is off.
-- params: calendar; from, to — local dates, both inside
-- rows: one per date
-- not null: day, covered, kind, estimated, slot1_start, slot1_end, slot2_start, slot2_end, slot3_start, slot3_end
select day, covered, kind, title, estimated, slot1_start, slot1_end, slot2_start, slot2_end, slot3_start, slot3_end
from calendar_day
where calendar = $calendar::integer and day between $from::date and $to::date
order by day
