-- What the cases of a process come to in one scope of a comparison.
-- params: process; judged_by — the version that judges the cases, null for all; unit — null for all; from, to — local dates, null for open
-- rows: one; usual — cases of the most frequent sequence; leads — completed cases with a lead time; lower_bound — those of them without a first start, whose lead time is at least that
-- not null: cases, completed, running, variants, usual, leads, lower_bound
with scoped as (
	select variant, state, lead_working_seconds, lead_lower_bound
	from case_state
	where ($unit::integer is null or unit = $unit::integer)
		and process = $process::integer
		and ($judged_by::integer is null or version = $judged_by::integer)
		and ($from::date is null or end_day >= $from::date)
		and ($to::date is null or end_day <= $to::date)
)
select
	count(*) as cases,
	count(*) filter (state = 'completed'::state_of_case) as completed,
	count(*) filter (state = 'running'::state_of_case) as running,
	count(distinct variant) as variants,
	coalesce((select max(n) from (select count(*) as n from scoped group by variant)), 0)::bigint as usual,
	count(lead_working_seconds) filter (state = 'completed'::state_of_case) as leads,
	count(lead_working_seconds) filter (state = 'completed'::state_of_case and lead_lower_bound) as lower_bound,
	median(lead_working_seconds) filter (state = 'completed'::state_of_case) as median_lead,
	quantile_disc(lead_working_seconds, 0.95) filter (state = 'completed'::state_of_case) as p95_lead
from scoped
