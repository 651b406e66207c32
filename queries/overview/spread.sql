-- How the judged occurrences of the office's own steps spread against their budgets, by SOP: time used in
-- thousandths of the budget, rounded up so that what is beyond it stays beyond (whole numbers rank faster).
-- params: unit, process — null for all; from, to — local dates, null for open
-- rows: one per process with judged occurrences
-- not null: process, n
select p.code as process, s.n, ceil(s.spread[1])::integer as median, ceil(s.spread[2])::integer as p95
from (
	select m.process, count(*) as n, quantile_cont(least(ceil(m.ratio * 1000), 2000000000)::integer, [0.5, 0.95]) as spread
	from measurement m
	join sop_step t on t.version = m.version and t.step = m.step and not t.supplier
	where m.basis <> 'open'::basis
		and m.verdict in ('on_time'::verdict, 'late'::verdict, 'excused'::verdict)
		and not m.provisional
		and ($unit::integer is null or m.unit = $unit::integer)
		and ($process::integer is null or m.process = $process::integer)
		and ($from::date is null or m.day >= $from::date)
		and ($to::date is null or m.day <= $to::date)
	group by m.process
) s
join process p on p.process = s.process
order by p.code
