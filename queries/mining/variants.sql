-- How the cases of a process run: each distinct sequence with its cases, how well it fits the SOP, and how long the completed ones took.
-- params: process; judged_by — the version that judges the cases, null for all; unit — null for all; from, to — local dates, null for open; size, skip — of a page; chosen — sequences that are asked
--   for wherever they stand
-- rows: one per sequence of the page, then those chosen that are not on it, read as whole (complete) or as the beginning of a case under way, most cases first; rank — its place among all, from 1;
--   total — sequences in all; all_cases — cases in all; before — cases of the sequences that come before; length — events in the sequence; cost,
--   shortest_path — of its alignment, null where no SOP reads it
-- not null: variant, rank, complete, cases, completed, lower_bound, events, length, total, all_cases, before
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
		and ($judged_by::integer is null or version = $judged_by::integer)
		and ($from::date is null or end_day >= $from::date)
		and ($to::date is null or end_day <= $to::date)
	group by variant
),
ranked as (
	select
		*,
		row_number() over most as rank,
		count(*) over () as total,
		(sum(cases) over ())::bigint as all_cases,
		coalesce(sum(cases) over (most rows between unbounded preceding and 1 preceding), 0)::bigint as before
	from shown
	window most as (order by cases desc, variant)
)
select
	r.variant, r.rank::integer as rank, v.complete, r.cases, r.completed, r.lower_bound, r.median_lead, r.p95_lead, r.events,
	len(v.sequence)::integer as length, v.cost, v.shortest_path, r.total, r.all_cases, r.before
from ranked r
join variant v on v.variant = r.variant
where r.rank between $skip::bigint + 1 and $skip::bigint + $size::bigint
	or r.variant in (select unnest($chosen::integer[]))
order by r.rank
