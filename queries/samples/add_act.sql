-- Notes what a person of the samples did with a sheet; its event is among the cases of the samples.
insert into evaluation_act
select
	(select coalesce(max(act), 0) + 1 from evaluation_act),
	e.sheet, e.unit, $kind::varchar, $by::varchar, $by::varchar, $at::timestamp, $reason::varchar, true
from evaluation_sheet e
where e.sheet = $sheet::integer
