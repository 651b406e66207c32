-- How many cases of a scope are in each state, and how many variants they show. Running cases belong to the
-- data date, the others to their end.
-- params: unit, process — null for all; from, to — local dates, null for open
-- rows: one
-- not null: cases, completed, running, cancelled, abandoned, variants, events
select
	count(*) as cases,
	count(*) filter (state = 'completed'::state_of_case) as completed,
	count(*) filter (state = 'running'::state_of_case) as running,
	count(*) filter (state = 'cancelled'::state_of_case) as cancelled,
	count(*) filter (state = 'abandoned'::state_of_case) as abandoned,
	count(distinct (v.version, v.fingerprint, v.parity, s.process)) filter (len(v.sequence) > 0) as variants,
	coalesce(sum(s.events), 0)::bigint as events
from case_state s
join variant v on v.variant = s.variant
where ($unit::integer is null or s.unit = $unit::integer)
	and ($process::integer is null or s.process = $process::integer)
	and ($from::date is null or s.end_day >= $from::date)
	and ($to::date is null or s.end_day <= $to::date)
