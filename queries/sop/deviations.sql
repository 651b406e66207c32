-- The deviations of each SOP in a scope by step and kind: open ones, excused ones and provisional ones apart.
-- params: unit, process — null for all; from, to — local dates, null for open
-- rows: one per process, version, step and kind that occurs; step is null for a case as a whole
-- not null: process, version, kind, total, excused, provisional
select
	d.process, d.version, d.step, d.kind::varchar as kind,
	count(*) filter (d.state = 'open' and not d.provisional) as total,
	count(*) filter (d.state = 'excused' and not d.provisional) as excused,
	count(*) filter (d.provisional) as provisional
from deviation d
join process p on p.process = d.process and p.kind = 'sop'
where ($unit::integer is null or d.unit = $unit::integer)
	and ($process::integer is null or d.process = $process::integer)
	and ($from::date is null or d.day >= $from::date)
	and ($to::date is null or d.day <= $to::date)
group by d.process, d.version, d.step, d.kind
order by d.process, d.step, d.kind
