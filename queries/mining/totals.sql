-- How many cases, variants and events of a process lie in a scope.
-- params: process; judged_by — the version that judges the cases, null for all; version, which numbers the steps, is not asked; unit, variant — null for all; from, to — local dates, null for open
-- rows: one
-- not null: cases, completed, variants, events
select
	count(*) as cases,
	count(*) filter (state = 'completed'::state_of_case) as completed,
	count(distinct variant) as variants,
	coalesce(sum(events), 0)::bigint as events
from case_state
where ($unit::integer is null or unit = $unit::integer)
		and process = $process::integer
		and ($judged_by::integer is null or version = $judged_by::integer)
		and ($from::date is null or end_day >= $from::date)
		and ($to::date is null or end_day <= $to::date)
		and ($variant::integer is null or variant = $variant::integer)
