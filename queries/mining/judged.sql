-- How the completed step occurrences of a process, and those required but not seen, were judged in one scope, by their own date. Provisional verdicts stand apart.
-- params: process; unit — null for all; from, to — local dates, null for open
-- rows: one
-- not null: on_time, late, excused, unmeasured, provisional, no_budget
select
	count(*) filter (verdict in ('on_time'::verdict, 'excused'::verdict) and not provisional) as on_time,
	count(*) filter (verdict = 'late'::verdict and not provisional) as late,
	count(*) filter (verdict = 'excused'::verdict and not provisional) as excused,
	count(*) filter (verdict = 'unmeasured'::verdict) as unmeasured,
	count(*) filter (provisional) as provisional,
	count(*) filter (verdict = 'no_budget'::verdict) as no_budget
from step_occurrence
where basis not in ('open'::basis, 'limit'::basis)
	and ($unit::integer is null or unit = $unit::integer)
	and process = $process::integer
	and ($from::date is null or day >= $from::date)
	and ($to::date is null or day <= $to::date)
