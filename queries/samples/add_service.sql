-- Adds a supporting service to an office of the samples.
insert into supporting_service
select
	$service::integer, u.unit, $name::varchar, $supplier::varchar, null, $started::date, $ended::date, $notice_days::integer,
	$by::varchar, $now::timestamp, true
from unit u
where u.code = $unit::varchar
