-- Measures and judges each step occurrence of the judged cases: by service time where start and completion
-- are known, else by sojourn from the completion of its immediate predecessor, else not at all, with the
-- reason. What lies off the path is measured by its service time. Day-precision times are late only if the least possible time exceeds the budget, on time only if
-- the greatest fits. A step that is under way is measured as the open one.
-- rows: one per step occurrence
insert into new_measurement
with reading as (
	select
		reading_place(m.variant, m.position) as place, m.step, m.occurrence, m.last_pass,
		t.clock, t.budget_seconds, t.budget_days, t.budget_months, t.counts_first_day, t.budget_provisional, t.is_start
	from every_move m
	join every_variant v on v.variant = m.variant
	join sop_step t on t.version = v.version and t.step = m.step
	where m.kind <> 2 and m.step is not null
),
span as (
	select
		e.event, e.case_id, d.unit, d.process, d.version, d.calendar,
		m.step, m.occurrence, m.last_pass,
		m.clock, m.budget_seconds, m.budget_days, m.budget_months, m.counts_first_day, m.budget_provisional,
		j.from_event,
		case
			when e.completed is null or (e.started is null and j.since is null) then 'none'::basis
			when e.started is null then 'sojourn'::basis
			else 'service'::basis
		end as basis,
		case
			when e.completed is null then 'no_completion'::unmeasured_reason
			when e.started is not null or j.since is not null then null
			when m.is_start or e.position = 1 then 'no_predecessor'::unmeasured_reason
			else 'predecessor_unseen'::unmeasured_reason
		end as missing,
		coalesce(e.started, j.since) as since,
		e.completed as till,
		case when e.started is null then j.working_since else e.working_started end as working_since,
		e.working_completed as working_till,
		case when e.started is null then coalesce(j.precision, e.precision) else e.precision end as since_precision,
		e.precision as till_precision
	from judged_event e
	join decided_case d on d.case_id = e.case_id
	join case_variant w on w.case_id = e.case_id
	join reading m on m.place = reading_place(w.variant, e.position)
	left join sojourn j on j.case_id = e.case_id and j.position = e.position
	anti join (select event from open_case where completed is null) o on o.event = e.event
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
	left join calendar_day a on a.calendar = s.calendar and a.day = case when s.since_precision = 3 or s.clock = 'workday'::clock then s.since::date end
	left join calendar_day b on b.calendar = s.calendar and b.day = case when s.till_precision = 3 or s.clock = 'workday'::clock then s.till::date end
),
used as (
	select
		*,
		case clock
			when 'working'::clock then case when precision = 3 then greatest(0, earliest_till - latest_since) else worked end
			when 'workday'::clock then workdays
			when 'calendar'::clock then date_diff('day', since::date, till::date) + counts_first_day::integer
			when 'elapsed'::clock then case when precision = 3 then greatest(0, date_diff('second', since, till) - 86400) else date_diff('second', since, till) end
		end as least_used,
		case clock
			when 'working'::clock then case when precision = 3 then latest_till - earliest_since else worked end
			when 'workday'::clock then workdays
			when 'calendar'::clock then date_diff('day', since::date, till::date) + counts_first_day::integer
			when 'elapsed'::clock then case when precision = 3 then date_diff('second', since, till) + 86400 else date_diff('second', since, till) end
		end as most_used,
		case clock
			when 'workday'::clock then budget_days
			when 'calendar'::clock then coalesce(budget_days, date_diff('day', since::date, (since::date + to_months(budget_months))::date))
			else budget_seconds
		end as budget,
		case
			when missing is not null then missing
			when till < since then 'negative_time'::unmeasured_reason
			when clock = 'working'::clock and (worked is null or crosses_uncovered(worked)) then 'calendar_not_covered'::unmeasured_reason
			when clock = 'workday'::clock and (not coalesce(days_covered, false) or crosses_uncovered(till_base - since_base)) then 'calendar_not_covered'::unmeasured_reason
			when clock = 'working'::clock and precision < 3 and worked = 0 and till > since then 'outside_hours'::unmeasured_reason
		end as obstacle
	from dated
),
judged as (
	select
		*,
		case
			when clock is null then 'no_budget'::verdict
			when obstacle is not null then 'unmeasured'::verdict
			when most_used <= budget then 'on_time'::verdict
			when least_used > budget then 'late'::verdict
			else 'unmeasured'::verdict
		end as verdict
	from used
)
select
	case_id, unit, process, version, step, occurrence, last_pass, event, from_event,
	basis,
	precision,
	case when precision < 3 and basis <> 'none'::basis then date_diff('second', since, till) end,
	case when precision < 3 and basis <> 'none'::basis and not crosses_uncovered(worked) then worked end,
	case verdict when 'late'::verdict then least_used when 'on_time'::verdict then most_used end,
	case verdict when 'late'::verdict then least_used when 'on_time'::verdict then most_used end,
	budget,
	verdict,
	case when verdict = 'unmeasured'::verdict then coalesce(obstacle, 'precision'::unmeasured_reason) end,
	budget_provisional and verdict in ('on_time'::verdict, 'late'::verdict),
	coalesce(till, since)::date
from judged
