-- How the office's own step occurrences were judged over time, by SOP.
-- params: unit, process — null for all; from, to — local dates; bucket — week (from Monday) or month
-- rows: one per process and week or month that has any with a budget
-- not null: process, since, on_time, late, unjudged
select
	p.code as process, m.since,
	sum(m.on_time)::integer as on_time,
	sum(m.late)::integer as late,
	sum(m.unjudged)::integer as unjudged
from (
	select
		process, version, step, date_trunc($bucket::varchar, day)::date as since,
		count(*) filter (verdict in ('on_time', 'excused') and not provisional) as on_time,
		count(*) filter (verdict = 'late' and not provisional) as late,
		count(*) filter (verdict = 'unmeasured' or provisional) as unjudged
	from measurement
	where basis <> 'open'
		and verdict <> 'no_budget'
		and ($unit::integer is null or unit = $unit::integer)
		and ($process::integer is null or process = $process::integer)
		and day >= $from::date
		and day <= $to::date
	group by process, version, step, since
) m
join sop_step t on t.version = m.version and t.step = m.step and not t.supplier
join process p on p.process = m.process
group by p.code, m.since
order by m.since, p.code
