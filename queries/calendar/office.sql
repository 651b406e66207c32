-- The calendar of a unit, or the default one, and how far it reaches.
-- params: unit — null for the default calendar
-- rows: one
-- not null: calendar, code, title, first_day, last_day
select c.calendar, c.code, c.title, min(d.day) as first_day, max(d.day) as last_day
from calendar c
join calendar_day d on d.calendar = c.calendar
where c.calendar = coalesce(
	(select calendar from unit where unit = $unit::integer),
	(select calendar from calendar where code = 'default')
)
group by c.calendar, c.code, c.title
