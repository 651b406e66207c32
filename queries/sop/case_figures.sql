-- The cases of each SOP version in a scope by state, and what they took: processing time is that of completed cases whose
-- steps were all timed, one pass of each where the SOP states a total.
-- params: unit, process, version — null for all; from, to — local dates, null for open
-- rows: one per SOP version with cases in the scope; version 0 for cases that none judges
-- not null: process, version, cases, completed, running, abandoned, cancelled, total_on_time, total_late, total_provisional
select
	s.process,
	s.version,
	count(*) as cases,
	count(*) filter (s.state = 'completed'::state_of_case) as completed,
	count(*) filter (s.state = 'running'::state_of_case) as running,
	count(*) filter (s.state = 'abandoned'::state_of_case) as abandoned,
	count(*) filter (s.state = 'cancelled'::state_of_case) as cancelled,
	count(*) filter (s.state = 'completed'::state_of_case and not s.processing_partial) as processed,
	median(coalesce(s.total_seconds, s.processing_seconds)) filter (s.state = 'completed'::state_of_case and not s.processing_partial) as median_processing_seconds,
	median(s.lead_working_seconds) filter (s.state = 'completed'::state_of_case) as median_lead_working_seconds,
	count(*) filter (s.total_verdict = 'on_time'::verdict and not s.total_provisional) as total_on_time,
	count(*) filter (s.total_verdict = 'late'::verdict and not s.total_provisional) as total_late,
	count(*) filter (s.total_provisional) as total_provisional
from case_state s
join process p on p.process = s.process and p.kind = 'sop'
where ($unit::integer is null or s.unit = $unit::integer)
	and ($process::integer is null or s.process = $process::integer)
	and ($version::integer is null or s.version = $version::integer)
	and ($from::date is null or s.end_day >= $from::date)
	and ($to::date is null or s.end_day <= $to::date)
group by s.process, s.version
