-- Adds a supporting service to an office.
insert into supporting_service
select
	(select coalesce(max(service), 0) + 1 from supporting_service),
	u.unit, $name::varchar, $supplier::varchar, $tax::varchar, $started::date, $ended::date, $notice_days::integer,
	$by::varchar, $now::timestamp, false
from unit u
where u.code = $unit::varchar
