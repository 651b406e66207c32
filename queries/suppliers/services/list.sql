-- The supporting services of an office.
-- params: unit — null for all; service — null for all
-- rows: one per service
-- not null: service, unit, unit_name, zone, name, supplier, started, ended, notice_days
select s.service, u.code as unit, u.name as unit_name, u.zone, s.name, s.supplier, s.tax, s.started, s.ended, s.notice_days
from supporting_service s
join unit u on u.unit = s.unit
where ($unit::integer is null or s.unit = $unit::integer)
	and ($service::integer is null or s.service = $service::integer)
order by s.ended, s.service
