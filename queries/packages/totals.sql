-- How many packages there are, by state.
-- params: unit, from, to, state — null for all; process
-- rows: one
-- not null: packages, completed, running, cancelled, abandoned
select
	count(*) as packages,
	count(*) filter (state = 'completed'::state_of_case) as completed,
	count(*) filter (state = 'running'::state_of_case) as running,
	count(*) filter (state = 'cancelled'::state_of_case) as cancelled,
	count(*) filter (state = 'abandoned'::state_of_case) as abandoned
from case_state
where process = $process::integer
	and ($unit::integer is null or unit = $unit::integer)
	and ($from::date is null or end_day >= $from::date)
	and ($to::date is null or end_day <= $to::date)
	and ($state::varchar is null or state::varchar = $state::varchar)
