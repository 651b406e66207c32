-- The cases of a unit that were under way on any date of a span are to be read anew; open ones last to the data date.
-- params: unit; from, to — local times
insert into touched_case
select case_id
from case_state
where unit = $unit::integer
	and least(first_started, first_completed)::date <= $to::timestamp::date
	and (state in ('running', 'abandoned') or last_event::date >= $from::timestamp::date)
