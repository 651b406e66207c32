-- When work is done: completed events (else started ones) by weekday and hour of the local clock. Events that are known to the
-- day only have no hour.
-- params: process; judged_by — the version that judges the cases, null for all; unit — null for all; from, to — local dates, null for open
-- rows: one per weekday (1 Monday … 7 Sunday) and hour (null: known to the day only) with events
-- not null: weekday, events
with scoped as (
	select case_id
	from case_state
	where ($unit::integer is null or unit = $unit::integer)
		and process = $process::integer
		and ($judged_by::integer is null or version = $judged_by::integer)
		and ($from::date is null or end_day >= $from::date)
		and ($to::date is null or end_day <= $to::date)
),
counted as (
	select
		epoch_us(coalesce(e.completed, e.started)) // 3600000000 as hours,
		e.precision = 3 and epoch_us(coalesce(e.completed, e.started)) % 86400000000 = 0 as day_only,
		count(*) as events
	from event e
	join scoped c on c.case_id = e.case_id
	where e.position is not null
	group by all
)
select
	-- The first hour of 1970 was on a Thursday.
	((hours // 24 + 3) % 7 + 1)::integer as weekday,
	case when not day_only then (hours % 24)::integer end as hour,
	sum(events)::bigint as events
from counted
group by all
order by weekday, hour
