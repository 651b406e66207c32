-- Adds the cases seen for the first time.
-- params: process
-- rows: one per new case
insert into new_case
select (select coalesce(max(case_id), 0) from every_case) + row_number() over (order by w.unit, w.case_key), w.unit, $process::integer, w.case_key
from (
	select distinct u.unit, w.case_key
	from written_case w
	join every_unit u on u.code = w.unit_code
	where w.case_key is not null
) w
where not exists (from every_case c where c.process = $process::integer and c.unit = w.unit and c.case_key = w.case_key)
