-- The deviations of two periods that are compared, and beside them, by what they weigh and how they stand.
-- schedule marks those against a case's own schedule, which no quality standard knows.
-- params: unit, process — null for all; from, to and before_from, before_to — the periods compared; whole — count what lies in neither too
-- rows: one per process, severity, standing and slot (now, before, other) that has any
-- not null: process, severity, excused, provisional, supplier, schedule, slot, deviations
select
	p.code as process, d.severity, d.excused, d.provisional, d.supplier, d.schedule, d.slot, d.deviations
from (
	select
		process, severity::varchar as severity, state = 'excused' as excused, provisional, supplier,
		kind = 'late_schedule'::deviation_kind as schedule,
		case
			when day >= $from::date and day <= $to::date then 'now'
			when day >= $before_from::date and day <= $before_to::date then 'before'
			else 'other'
		end as slot,
		count(*) as deviations
	from deviation
	where ($unit::integer is null or unit = $unit::integer)
		and ($process::integer is null or process = $process::integer)
	group by all
) d
join process p on p.process = d.process
where d.slot <> 'other' or $whole::boolean
order by all
