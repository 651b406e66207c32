-- How the step occurrences of a scope were judged. Completed occurrences by the day of their completion, those that were
-- required but not seen by the end of their case; provisional verdicts stand apart, and so do open steps. Steps that a supplier is accountable for stand apart from
-- the office's own.
-- params: unit, process — null for all; from, to — local dates, null for open
-- rows: one for the office's own steps, one for suppliers', where there are any
-- not null: supplier, measured, unmeasured, unseen, on_time, late, excused, provisional, open_late, no_budget
select
	supplier,
	count(*) filter (closed and verdict in ('on_time'::verdict, 'late'::verdict, 'excused'::verdict) and not provisional) as measured,
	count(*) filter (closed and verdict = 'unmeasured'::verdict) as unmeasured,
	count(*) filter (not seen) as unseen,
	count(*) filter (closed and verdict in ('on_time'::verdict, 'excused'::verdict) and not provisional) as on_time,
	count(*) filter (closed and verdict = 'late'::verdict and not provisional) as late,
	count(*) filter (closed and verdict = 'excused'::verdict and not provisional) as excused,
	count(*) filter (closed and provisional) as provisional,
	count(*) filter (not closed and verdict = 'late'::verdict and not provisional) as open_late,
	count(*) filter (closed and verdict = 'no_budget'::verdict) as no_budget
from (
	select o.*, t.supplier, o.basis <> 'open'::basis as closed
	from step_occurrence o
	join sop_step t on t.version = o.version and t.step = o.step
	where ($unit::integer is null or o.unit = $unit::integer)
		and ($process::integer is null or o.process = $process::integer)
		and ($from::date is null or o.day >= $from::date)
		and ($to::date is null or o.day <= $to::date)
)
group by supplier
order by supplier
