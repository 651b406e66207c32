-- When work is done: completed events (else started ones) by weekday and hour of the local clock. Events that are known to the
-- day only have no hour.
-- params: process; unit — null for all; from, to — local dates, null for open
-- rows: one per weekday (1 Monday … 7 Sunday) and hour (null: known to the day only) with events
-- not null: weekday, events
with scoped as (
	select case_id
	from case_state
	where ($unit::integer is null or unit = $unit::integer)
		and process = $process::integer
		and ($from::date is null or end_day >= $from::date)
		and ($to::date is null or end_day <= $to::date)
)
select
	isodow(p.happened)::integer as weekday,
	case when e.day_only then null else hour(p.happened)::integer end as hour,
	count(*) as events
from passage p
semi join scoped c on c.case_id = p.case_id
cross join lateral (select p.precision = 3 and p.happened = date_trunc('day', p.happened) as day_only) e
where p.process = $process::integer
group by all
order by weekday, hour
