-- The deviations of a period, and of the period before it, by what they weigh and how they stand. schedule
-- marks those against a case's own schedule, which no quality standard knows.
-- params: unit, process — null for all; from, to — local dates of the period, null for open; before_from, before_to — of the period before, null when there is none
-- rows: one per process, severity, standing and period that has any
-- not null: process, severity, excused, provisional, supplier, schedule, current, deviations
select
	p.code as process, d.severity, d.excused, d.provisional, d.supplier, d.schedule, d.current, d.deviations
from (
	select
		process, severity::varchar as severity, state = 'excused' as excused, provisional, supplier,
		kind = 'late_schedule' as schedule,
		case
			when ($from::date is null or day >= $from::date) and ($to::date is null or day <= $to::date) then true
			when day >= $before_from::date and day <= $before_to::date then false
		end as current,
		count(*) as deviations
	from deviation
	where ($unit::integer is null or unit = $unit::integer)
		and ($process::integer is null or process = $process::integer)
	group by all
) d
join process p on p.process = d.process
where d.current is not null
order by all
