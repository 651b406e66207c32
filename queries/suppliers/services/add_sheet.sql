-- Plans an evaluation of a supporting service: the date on which its periodic check is due.
insert into evaluation_sheet
select
	$sheet::integer, s.service, s.unit, $case_key::varchar, $due::date, 'due', 0, null, null, null, null, null, false, null, null, null
from supporting_service s
where s.service = $service::integer
