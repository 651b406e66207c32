-- Notes what somebody did with a sheet.
insert into evaluation_act
select
	(select coalesce(max(act), 0) + 1 from evaluation_act),
	e.sheet, e.unit, $kind::varchar, $by::varchar, $full_name::varchar, $at::timestamp, $reason::varchar, false
from evaluation_sheet e
where e.sheet = $sheet::integer
