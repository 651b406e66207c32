-- How the occurrences of each step were judged in a period and in the period before it, and how much time
-- the late ones took beyond their budget. Only completed occurrences; provisional verdicts stand apart.
-- over is in the step's clock: seconds (working, elapsed) or days (workday, calendar).
-- params: unit, process — null for all; from, to — local dates of the period, null for open; before_from, before_to — of the period before, null when there is none
-- rows: one per process, step of the SOP and period that has any
-- not null: process, step_id, no, activity, actors, supplier, provisional_budget, current, on_time, late, excused, unmeasured, provisional, no_budget
with dated as (
	select
		process, version, step, verdict, provisional, net, budget,
		case
			when ($from::date is null or day >= $from::date) and ($to::date is null or day <= $to::date) then true
			when day >= $before_from::date and day <= $before_to::date then false
		end as current
	from measurement
	where basis <> 'open'
		and ($unit::integer is null or unit = $unit::integer)
		and ($process::integer is null or process = $process::integer)
),
counted as (
	select
		process, version, step, current,
		count(*) filter (verdict in ('on_time', 'excused') and not provisional) as on_time,
		count(*) filter (verdict = 'late' and not provisional) as late,
		count(*) filter (verdict = 'excused' and not provisional) as excused,
		count(*) filter (verdict = 'unmeasured') as unmeasured,
		count(*) filter (provisional) as provisional,
		count(*) filter (verdict = 'no_budget') as no_budget,
		sum(net - budget) filter (verdict = 'late' and not provisional) as over
	from dated
	where current is not null
	group by process, version, step, current
)
select
	p.code as process, t.step_id, t.supplier, t.clock, c.current,
	arg_max(t.no, t.version) as no,
	arg_max(t.activity, t.version) as activity,
	arg_max(t.actors, t.version) as actors,
	arg_max(t.step, t.version) as place,
	bool_or(t.budget_provisional) as provisional_budget,
	sum(c.on_time)::integer as on_time,
	sum(c.late)::integer as late,
	sum(c.excused)::integer as excused,
	sum(c.unmeasured)::integer as unmeasured,
	sum(c.provisional)::integer as provisional,
	sum(c.no_budget)::integer as no_budget,
	sum(c.over) as over
from counted c
join sop_step t on t.version = c.version and t.step = c.step
join process p on p.process = c.process
group by p.code, t.step_id, t.supplier, t.clock, c.current
order by p.code, place, t.clock, c.current
