-- How the occurrences of each step, completed ones and those that were required but not seen, were judged, in two periods that are compared and beside them,
-- and by week or month where a trend is drawn. Provisional verdicts stand apart. One pass over the
-- measurements, because all figures of the page rest on it.
-- over: time beyond the budget of the late ones, in the step's clock: seconds (working, elapsed) or days.
-- params: unit, process — null for all; first, last — local dates beyond which nothing is read, null for open; from, to and before_from, before_to — the periods compared; bucket — week (from Monday) or month; trend_from, trend_to — where the trend is drawn
-- rows: one per step, slot (now, before, other) and week or month (null outside the trend)
-- not null: version, step, slot, on_time, late, excused, unmeasured, provisional, no_budget, over
with daily as materialized (
	select version, step, day, verdict, provisional, count(*) as n, sum(net - budget) as over
	from step_occurrence
	where basis <> 'open'::basis
		and ($unit::integer is null or unit = $unit::integer)
		and ($process::integer is null or process = $process::integer)
		and ($first::date is null or day >= $first::date)
		and ($last::date is null or day <= $last::date)
	group by version, step, day, verdict, provisional
)
select
	version, step,
	case
		when day >= $from::date and day <= $to::date then 'now'
		when day >= $before_from::date and day <= $before_to::date then 'before'
		else 'other'
	end as slot,
	case when day >= $trend_from::date and day <= $trend_to::date then date_trunc($bucket::varchar, day)::date end as since,
	coalesce(sum(n) filter (verdict in ('on_time'::verdict, 'excused'::verdict) and not provisional), 0)::integer as on_time,
	coalesce(sum(n) filter (verdict = 'late'::verdict and not provisional), 0)::integer as late,
	coalesce(sum(n) filter (verdict = 'excused'::verdict and not provisional), 0)::integer as excused,
	coalesce(sum(n) filter (verdict = 'unmeasured'::verdict and not provisional), 0)::integer as unmeasured,
	coalesce(sum(n) filter (provisional), 0)::integer as provisional,
	coalesce(sum(n) filter (verdict = 'no_budget'::verdict and not provisional), 0)::integer as no_budget,
	coalesce(sum(over) filter (verdict = 'late'::verdict and not provisional), 0) as over
from daily
group by version, step, slot, since
order by since, version, step, slot
