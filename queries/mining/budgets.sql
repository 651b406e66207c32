-- How the completed occurrences of each step of an SOP, and those required but not seen, stand against its budget (mutu baku): the share of the budget that they used, net
-- of outages, whatever the clock; verdicts as in judged. Steps of older versions count with the step of the same id.
-- params: process; judged_by — the version that judges the cases, null for all; version — of the SOP; unit — null for all; from, to — local dates, null for open
-- rows: one per step with an occurrence; supplier — whether a supplier is accountable for it, whose lateness is not the office's own; over — beyond the budgets of the late ones, on the clock of the budget; used — shares at
--   the 5th, 25th, 50th, 75th and 95th percentile of those judged
-- not null: step, supplier, on_time, late, excused, unmeasured, provisional, no_budget, over
select
	c.step,
	any_value(c.supplier) as supplier,
	any_value(c.clock)::varchar as clock,
	any_value(coalesce(c.budget_seconds, c.budget_days)) as budget,
	count(*) filter (m.judged and m.verdict <> 'late'::verdict) as on_time,
	count(*) filter (m.judged and m.verdict = 'late'::verdict) as late,
	count(*) filter (m.judged and m.verdict = 'excused'::verdict) as excused,
	count(*) filter (m.verdict = 'unmeasured'::verdict and not m.provisional) as unmeasured,
	count(*) filter (m.provisional) as provisional,
	count(*) filter (m.verdict = 'no_budget'::verdict and not m.provisional) as no_budget,
	coalesce(sum(m.net - m.budget) filter (m.judged and m.verdict = 'late'::verdict), 0)::bigint as over,
	quantile_cont(m.net / nullif(m.budget, 0), [0.05, 0.25, 0.5, 0.75, 0.95]) filter (m.judged) as used
from (
	select *, verdict in ('on_time'::verdict, 'excused'::verdict, 'late'::verdict) and not provisional as judged
	from step_occurrence
	where basis not in ('open'::basis, 'limit'::basis)
		and ($unit::integer is null or unit = $unit::integer)
		and process = $process::integer
		and ($judged_by::integer is null or version = $judged_by::integer)
		and ($from::date is null or day >= $from::date)
		and ($to::date is null or day <= $to::date)
) m
join sop_step t on t.version = m.version and t.step = m.step
join sop_step c on c.version = $version::integer and c.step_id = t.step_id and c.kind = 'step'
group by c.step
order by c.step
