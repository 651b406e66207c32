-- Measures and judges each step occurrence of the judged cases: by service time where start and completion
-- are known, else by sojourn from the completion of its immediate predecessor, else not at all, with the
-- reason. Day-precision times are late only if the least possible time exceeds the budget, on time only if
-- the greatest fits.
-- rows: one per step occurrence
insert into measurement
with occurrence as (
	select
		e.event, e.case_id, e.position, e.precision, e.started, e.completed, e.working_started, e.working_completed,
		d.unit, d.process, d.version, d.calendar,
		m.step, m.occurrence, m.last_pass, m.predecessor,
		t.clock, t.budget_seconds, t.budget_days, t.budget_months, t.counts_first_day, t.budget_provisional, t.is_start
	from event e
	join decided_case d on d.case_id = e.case_id
	join case_variant w on w.case_id = d.case_id
	join move m on m.variant = w.variant and m.position = e.position and m.kind = 0
	join sop_step t on t.version = d.version and t.step = m.step
	where e.completed is not null or d.state not in ('running', 'abandoned') or e.event is distinct from d.last_step_event
),
span as (
	select
		event, case_id, unit, process, version, calendar, step, occurrence, last_pass, is_start,
		clock, budget_seconds, budget_days, budget_months, counts_first_day, budget_provisional,
		null::bigint as from_event,
		case when completed is null then 'none' else 'service' end as basis,
		case when completed is null then 'no_completion' end as missing,
		started as since, completed as till, working_started as working_since, working_completed as working_till,
		precision as since_precision, precision as till_precision
	from occurrence
	where started is not null
	union all
	select
		o.event, o.case_id, o.unit, o.process, o.version, o.calendar, o.step, o.occurrence, o.last_pass, o.is_start,
		o.clock, o.budget_seconds, o.budget_days, o.budget_months, o.counts_first_day, o.budget_provisional,
		case when p.completed is not null then p.event end,
		case when p.completed is not null then 'sojourn' else 'none' end,
		case when p.completed is not null then null when o.is_start or o.position = 1 then 'no_predecessor' else 'predecessor_unseen' end,
		p.completed, o.completed, p.working_completed, o.working_completed,
		coalesce(p.precision, o.precision), o.precision
	from occurrence o
	left join event p on p.case_id = o.case_id and p.position = o.predecessor
	where o.started is null
),
dated as (
	select
		s.*,
		s.working_till - s.working_since as worked,
		greatest(s.since_precision, s.till_precision) as precision,
		a.working_base as since_base,
		b.working_base as till_base,
		case when s.since_precision = 3 then a.working_base else s.working_since end as earliest_since,
		case when s.since_precision = 3 then a.working_base + day_seconds(a.slot1_start, a.slot1_end, a.slot2_start, a.slot2_end, a.slot3_start, a.slot3_end) else s.working_since end as latest_since,
		case when s.till_precision = 3 then b.working_base else s.working_till end as earliest_till,
		case when s.till_precision = 3 then b.working_base + day_seconds(b.slot1_start, b.slot1_end, b.slot2_start, b.slot2_end, b.slot3_start, b.slot3_end) else s.working_till end as latest_till,
		b.workday_ordinal - a.workday_ordinal + case when s.counts_first_day and a.slot1_end > a.slot1_start then 1 else 0 end as workdays,
		a.covered and b.covered as days_covered
	from span s
	left join calendar_day a on a.calendar = s.calendar and a.day = case when s.since_precision = 3 or s.clock = 'workday' then s.since::date end
	left join calendar_day b on b.calendar = s.calendar and b.day = case when s.till_precision = 3 or s.clock = 'workday' then s.till::date end
),
used as (
	select
		*,
		case clock
			when 'working' then case when precision = 3 then greatest(0, earliest_till - latest_since) else worked end
			when 'workday' then workdays
			when 'calendar' then date_diff('day', since::date, till::date) + counts_first_day::integer
			when 'elapsed' then case when precision = 3 then greatest(0, date_diff('second', since, till) - 86400) else date_diff('second', since, till) end
		end as least_used,
		case clock
			when 'working' then case when precision = 3 then latest_till - earliest_since else worked end
			when 'workday' then workdays
			when 'calendar' then date_diff('day', since::date, till::date) + counts_first_day::integer
			when 'elapsed' then case when precision = 3 then date_diff('second', since, till) + 86400 else date_diff('second', since, till) end
		end as most_used,
		case clock
			when 'workday' then budget_days
			when 'calendar' then coalesce(budget_days, date_diff('day', since::date, (since::date + to_months(budget_months))::date))
			else budget_seconds
		end as budget,
		case
			when missing is not null then missing
			when till < since then 'negative_time'
			when clock = 'working' and (worked is null or crosses_uncovered(worked)) then 'calendar_not_covered'
			when clock = 'workday' and (not coalesce(days_covered, false) or crosses_uncovered(till_base - since_base)) then 'calendar_not_covered'
			when clock = 'working' and precision < 3 and worked = 0 and till > since then 'outside_hours'
		end as obstacle
	from dated
),
judged as (
	select
		*,
		case
			when clock is null then 'no_budget'
			when obstacle is not null then 'unmeasured'
			when most_used <= budget then 'on_time'
			when least_used > budget then 'late'
			else 'unmeasured'
		end as verdict
	from used
)
select
	case_id, unit, process, version, step, occurrence, last_pass, event, from_event,
	basis::basis,
	precision,
	case when precision < 3 and basis <> 'none' then date_diff('second', since, till) end,
	case when precision < 3 and basis <> 'none' and not crosses_uncovered(worked) then worked end,
	case verdict when 'late' then least_used when 'on_time' then most_used end,
	case verdict when 'late' then least_used when 'on_time' then most_used end,
	budget,
	case verdict when 'late' then least_used when 'on_time' then most_used end / budget,
	verdict::verdict,
	case when verdict = 'unmeasured' then coalesce(obstacle, 'precision') end::unmeasured_reason,
	budget_provisional and verdict in ('on_time', 'late'),
	coalesce(till, since)::date
from judged
