-- The offices with their calendar, and how many of their deviations an outage excuses.
-- rows: one per unit, the ones to confirm first
-- not null: unit, code, name, zone, calendar, calendar_code, calendar_title, confirmed, sample, cases, outages, excused
select
	u.unit, u.code, u.name, u.zone, u.calendar, k.code as calendar_code, k.title as calendar_title, u.confirmed, u.sample,
	coalesce(c.cases, 0) as cases,
	coalesce(o.outages, 0) as outages,
	coalesce(m.excused, 0) as excused,
	d.data_date
from unit u
join calendar k on k.calendar = u.calendar
left join (select unit, count(*) as cases from case_instance group by unit) c on c.unit = u.unit
left join (select unit, count(*) as outages from outage group by unit) o on o.unit = u.unit
left join (select unit, count(*) as excused from deviation where state = 'excused' and not provisional group by unit) m on m.unit = u.unit
left join data_date d on d.unit = u.unit
order by u.confirmed, u.name, u.code
