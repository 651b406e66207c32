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
	isodow(h.happened)::integer as weekday,
	case when e.precision = 3 and h.happened = date_trunc('day', h.happened) then null else hour(h.happened)::integer end as hour,
	count(*) as events
from event e
semi join scoped c on c.case_id = e.case_id
cross join lateral (select coalesce(e.completed, e.started) as happened) h
where e.position is not null
group by all
order by weekday, hour
