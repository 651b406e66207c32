-- How many cases of a period, and of the period before it, are in each state. Running cases belong to the
-- data date, the others to their end.
-- params: unit, process — null for all; from, to — local dates of the period, null for open; before_from, before_to — of the period before, null when there is none
-- rows: one per process, state and period that has any
-- not null: process, state, current, cases
select p.code as process, s.state, s.current, s.cases
from (
	select
		process, state::varchar as state,
		case
			when ($from::date is null or end_day >= $from::date) and ($to::date is null or end_day <= $to::date) then true
			when end_day >= $before_from::date and end_day <= $before_to::date then false
		end as current,
		count(*) as cases
	from case_state
	where ($unit::integer is null or unit = $unit::integer)
		and ($process::integer is null or process = $process::integer)
	group by process, state, current
) s
join process p on p.process = s.process
where s.current is not null
order by p.code, s.state, s.current
