-- A day of a calendar.
-- params: calendar, day
-- not null: day, covered, kind, open
select day, covered, kind, title, slot1_end > slot1_start as open from calendar_day where calendar = $calendar::integer and day = $day::date
