-- How the completed occurrences of the steps and limits of a process, and those required but not seen, were judged in one scope, by their own date.
-- Provisional verdicts stand apart, and what a supplier is accountable for apart from the office's own. Steps of older versions count with the step of the same id.
-- params: process; judged_by — the version that judges the cases, null for all; version — of the SOP, null for none; unit — null for all; from, to — local dates, null for open
-- rows: one per step of the version with an occurrence; step — null for limits and for steps that the version does not have
-- not null: supplier, on_time, late, excused, unmeasured, provisional, no_budget
with counted as (
	select version, step, verdict, provisional, count(*) as times
	from step_occurrence
	where basis <> 'open'::basis
		and ($unit::integer is null or unit = $unit::integer)
		and process = $process::integer
		and ($judged_by::integer is null or version = $judged_by::integer)
		and ($from::date is null or day >= $from::date)
		and ($to::date is null or day <= $to::date)
	group by version, step, verdict, provisional
)
select
	c.step,
	t.supplier,
	coalesce(sum(o.times) filter (o.verdict in ('on_time'::verdict, 'excused'::verdict) and not o.provisional), 0)::integer as on_time,
	coalesce(sum(o.times) filter (o.verdict = 'late'::verdict and not o.provisional), 0)::integer as late,
	coalesce(sum(o.times) filter (o.verdict = 'excused'::verdict and not o.provisional), 0)::integer as excused,
	coalesce(sum(o.times) filter (o.verdict = 'unmeasured'::verdict and not o.provisional), 0)::integer as unmeasured,
	coalesce(sum(o.times) filter (o.provisional), 0)::integer as provisional,
	coalesce(sum(o.times) filter (o.verdict = 'no_budget'::verdict and not o.provisional), 0)::integer as no_budget
from counted o
join sop_step t on t.version = o.version and t.step = o.step
left join sop_step c on c.version = $version::integer and c.step_id = t.step_id and c.kind = 'step' and t.kind = 'step'
group by c.step, t.supplier
order by c.step nulls last, t.supplier
