-- How many cases of two periods that are compared, and beside them, are in each state. Running cases belong to
-- the data date, the others to their end.
-- params: unit, process — null for all; from, to and before_from, before_to — the periods compared; whole — count what lies in neither too
-- rows: one per process, state and slot (now, before, other) that has any
-- not null: process, state, slot, cases
select p.code as process, s.state, s.slot, s.cases
from (
	select
		process, state::varchar as state,
		case
			when end_day >= $from::date and end_day <= $to::date then 'now'
			when end_day >= $before_from::date and end_day <= $before_to::date then 'before'
			else 'other'
		end as slot,
		count(*) as cases
	from case_state
	where ($unit::integer is null or unit = $unit::integer)
		and ($process::integer is null or process = $process::integer)
	group by process, state, slot
) s
join process p on p.process = s.process
where s.slot <> 'other' or $whole::boolean
order by p.code, s.state, s.slot
