-- Adds the offices seen for the first time, unconfirmed, with the default calendar and zone.
-- params: sample
-- rows: one per new office
insert into new_unit
select
	(select coalesce(max(unit), 0) from every_unit) + row_number() over (order by unit_code),
	unit_code,
	unit_code,
	'Asia/Jakarta',
	(select calendar from calendar where code = 'default'),
	false,
	$sample::boolean
from (
	select distinct unit_code
	from written_case
	where case_key is not null and unit_code not in (select code from every_unit)
)
