-- The deviations of a scope by kind: open ones, excused ones and provisional ones apart.
-- params: unit, process — null for all; from, to — local dates, null for open
-- rows: one per kind that occurs
-- not null: kind, total, excused, provisional
select
	kind::varchar as kind,
	count(*) filter (state = 'open' and not provisional) as total,
	count(*) filter (state = 'excused' and not provisional) as excused,
	count(*) filter (provisional) as provisional
from deviation
where ($unit::integer is null or unit = $unit::integer)
	and ($process::integer is null or process = $process::integer)
	and ($from::date is null or day >= $from::date)
	and ($to::date is null or day <= $to::date)
group by kind
order by kind
