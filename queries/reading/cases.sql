-- The cases of a scope with their times.
-- params: unit, process — null for all; from, to — local dates, null for open
-- rows: one per case, by unit, process and key
-- not null: case_id, case_key, unit, process, state, events, lead_lower_bound, processing_partial
select
	s.case_id, c.case_key, u.code as unit, p.code as process, s.state::varchar as state, s.events,
	s.first_started, s.first_completed, s.last_completed,
	s.lead_seconds, s.lead_working_seconds, s.lead_lower_bound, s.processing_seconds, s.processing_partial
from case_state s
join case_instance c on c.case_id = s.case_id
join unit u on u.unit = s.unit
join process p on p.process = s.process
where ($unit::integer is null or s.unit = $unit::integer)
	and ($process::integer is null or s.process = $process::integer)
	and ($from::date is null or s.end_day >= $from::date)
	and ($to::date is null or s.end_day <= $to::date)
order by u.code, p.code, c.case_key
