-- The office time from one event of a case to the next, in seconds, by pair. Nodes as in nodes.
-- params: process; judged_by — the version that judges the cases, null for all; version — of the SOP, null for none; unit, variant — null for all; from, to — local dates, null for open
-- rows: one per pair with a time
-- not null: source, target, timed, precision
with named as (
	select a.activity, coalesce(s.step, -1 - a.activity) as node
	from activity a
	left join activity_step s on s.activity = a.activity and s.version = $version::integer
),
scoped as (
	select case_id, variant
	from case_state
	where ($unit::integer is null or unit = $unit::integer)
		and process = $process::integer
		and ($judged_by::integer is null or version = $judged_by::integer)
		and ($from::date is null or end_day >= $from::date)
		and ($to::date is null or end_day <= $to::date)
		and ($variant::integer is null or variant = $variant::integer)
)
select
	coalesce(x.step, s.node) as source, coalesce(y.step, t.node) as target,
	count(*) as timed,
	median(e.gap_seconds)::bigint as median,
	quantile_disc(e.gap_seconds, 0.95)::bigint as p95,
	greatest(max(e.precision), max(e.previous_precision)) as precision
from event e
join scoped c on c.case_id = e.case_id
join named s on s.activity = e.previous
join named t on t.activity = e.activity
left join settled_step($version::integer) x on x.variant = c.variant and x.position = e.position - 1
left join settled_step($version::integer) y on y.variant = c.variant and y.position = e.position
where e.gap_seconds is not null
group by all
