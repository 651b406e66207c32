-- Creates the cases seen for the first time.
-- params: process
-- rows: one per new case
insert into case_instance
select (select coalesce(max(case_id), 0) from case_instance) + row_number() over (order by unit, case_key), unit, $process::integer, case_key
from (
	select distinct u.unit, w.case_key
	from written_case w
	join unit u on u.code = w.unit_code
	where w.case_key is not null
)
where (unit, case_key) not in (select (unit, case_key) from case_instance where process = $process::integer)
