-- The reports that are made by themselves, with the last day that one was made of.
-- rows: one per schedule
-- not null: schedule, filters, every, layout, format, locale, added_by
select
	s.schedule, s.unit_code, u.name as unit_name, s.sop, p.title as sop_title, s.filters, s.every, s.layout, s.format, s.locale, s.added_by,
	k.until
from report_schedule s
left join unit u on u.code = s.unit_code
left join process p on p.code = s.sop
left join (select schedule, max(until) as until from kept_report group by schedule) k on k.schedule = s.schedule
order by s.schedule
