-- How the completed step occurrences and limits of a process, and those required but not seen, were judged in one scope, by their own date. Provisional
-- verdicts stand apart, and steps that a supplier is accountable for apart from the office's own.
-- params: process; unit — null for all; from, to — local dates, null for open
-- rows: one for the office's own steps, one for suppliers', where there are any
-- not null: supplier, on_time, late, excused, unmeasured, provisional, no_budget
select
	t.supplier,
	count(*) filter (o.verdict in ('on_time'::verdict, 'excused'::verdict) and not o.provisional) as on_time,
	count(*) filter (o.verdict = 'late'::verdict and not o.provisional) as late,
	count(*) filter (o.verdict = 'excused'::verdict and not o.provisional) as excused,
	count(*) filter (o.verdict = 'unmeasured'::verdict and not o.provisional) as unmeasured,
	count(*) filter (o.provisional) as provisional,
	count(*) filter (o.verdict = 'no_budget'::verdict and not o.provisional) as no_budget
from step_occurrence o
join sop_step t on t.version = o.version and t.step = o.step
where o.basis <> 'open'::basis
	and ($unit::integer is null or o.unit = $unit::integer)
	and o.process = $process::integer
	and ($from::date is null or o.day >= $from::date)
	and ($to::date is null or o.day <= $to::date)
group by t.supplier
order by t.supplier
