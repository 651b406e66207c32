-- How the open steps of running cases stand at the data date: beyond their budget, near it, and what cannot
-- be said. Provisional verdicts stand apart.
-- params: unit, process — null for all; near — the ratio from which a step is near its budget
-- rows: one
-- not null: late, near, provisional, unmeasured, no_budget, judged, open
select
	count(*) filter (m.verdict = 'late' and not m.provisional) as late,
	count(*) filter (m.verdict in ('on_time', 'excused') and m.ratio > $near::double and not m.provisional) as near,
	count(*) filter (m.ratio > $near::double and m.provisional) as provisional,
	count(*) filter (m.verdict = 'unmeasured') as unmeasured,
	count(*) filter (m.verdict = 'no_budget') as no_budget,
	count(*) filter (m.verdict in ('on_time', 'late', 'excused') and not m.provisional) as judged,
	count(*) as open
from measurement m
join case_state s on s.case_id = m.case_id and s.state = 'running'
where m.basis = 'open'
	and ($unit::integer is null or m.unit = $unit::integer)
	and ($process::integer is null or m.process = $process::integer)
