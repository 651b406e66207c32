-- How each procedure of the SOPs of a scope went: what monitoring by PermenPAN-RB 35/2012 asks for. Passes are counted as
-- coverage counts them: also those that were required of a completed case and not seen.
-- params: unit, process — null for all; from, to — local dates, null for open
-- rows: one per step that has been judged or could have been
-- not null: process, title, no, activity, passes, measured, late, excused, provisional
select
	p.code as process, p.title, t.no, t.activity, t.actors,
	count(*) as passes,
	count(*) filter (m.verdict in ('on_time'::verdict, 'late'::verdict, 'excused'::verdict) and not m.provisional) as measured,
	count(*) filter (m.verdict = 'late'::verdict and not m.provisional) as late,
	count(*) filter (m.verdict = 'excused'::verdict and not m.provisional) as excused,
	count(*) filter (m.provisional) as provisional
from step_occurrence m
join sop_step t on t.version = m.version and t.step = m.step
join process p on p.process = m.process
where m.basis <> 'open'::basis
	and m.verdict <> 'no_budget'::verdict
	and t.no is not null
	and ($unit::integer is null or m.unit = $unit::integer)
	and ($process::integer is null or m.process = $process::integer)
	and ($from::date is null or m.day >= $from::date)
	and ($to::date is null or m.day <= $to::date)
group by p.code, p.title, t.no, t.activity, t.actors
order by p.code, min(t.step), t.no, t.activity
