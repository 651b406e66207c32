-- The local holidays of a unit's own calendar: those that the calendar it is based on does not have.
-- params: calendar, base
-- rows: one per day
-- not null: day
select o.day, o.title, o.decree
from calendar_day o
join calendar_day b on b.calendar = $base::integer and b.day = o.day and b.kind <> 'libur_lokal'
where o.calendar = $calendar::integer and o.kind = 'libur_lokal'
order by o.day
