-- How the cases of a process run: each distinct sequence with its cases, and how long the completed ones took.
-- params: process; unit — null for all; from, to — local dates, null for open; size, skip — of a page
-- rows: one per sequence, read as whole (complete) or as the beginning of a case under way, most cases first; total — sequences in all; all_cases — cases in all; before — cases of the sequences
--   that come before
-- not null: variant, complete, cases, completed, lower_bound, events, total, all_cases, before
with shown as (
	select
		variant,
		count(*) as cases,
		count(*) filter (state = 'completed'::state_of_case) as completed,
		count(*) filter (state = 'completed'::state_of_case and lead_lower_bound) as lower_bound,
		median(lead_working_seconds) filter (state = 'completed'::state_of_case) as median_lead,
		quantile_disc(lead_working_seconds, 0.95) filter (state = 'completed'::state_of_case) as p95_lead,
		max(events) as events
	from case_state
	where ($unit::integer is null or unit = $unit::integer)
		and process = $process::integer
		and ($from::date is null or end_day >= $from::date)
		and ($to::date is null or end_day <= $to::date)
	group by variant
)
select
	s.variant, v.complete, s.cases, s.completed, s.lower_bound, s.median_lead, s.p95_lead, s.events,
	count(*) over () as total,
	(sum(s.cases) over ())::bigint as all_cases,
	coalesce(sum(s.cases) over (order by s.cases desc, s.variant rows between unbounded preceding and 1 preceding), 0)::bigint as before
from shown s
join variant v on v.variant = s.variant
order by s.cases desc, s.variant
limit $size::bigint offset $skip::bigint
