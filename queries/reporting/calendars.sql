-- The offices of a scope with the calendar by which their time is counted.
-- params: unit, process — null for all
-- rows: one per unit that has cases there
-- not null: unit, name, zone, calendar, calendar_title, content_hash, cases
select u.code as unit, u.name, u.zone, k.code as calendar, k.title as calendar_title, k.content_hash, c.cases, d.data_date
from (
	select unit, count(*) as cases
	from case_instance
	where ($unit::integer is null or unit = $unit::integer)
		and ($process::integer is null or process = $process::integer)
	group by unit
) c
join unit u on u.unit = c.unit
join calendar k on k.calendar = u.calendar
left join data_date d on d.unit = u.unit
order by u.code
