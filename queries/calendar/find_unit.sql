-- A unit by its code, with its calendar.
-- params: code
-- not null: unit, code, name, zone, calendar, calendar_code, confirmed, sample
select u.unit, u.code, u.name, u.zone, u.calendar, k.code as calendar_code, u.confirmed, u.sample
from unit u
join calendar k on k.calendar = u.calendar
where u.code = $code::varchar
