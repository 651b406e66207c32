-- Judges the open step of running cases (and of abandoned ones, until the day they became abandoned) as of
-- the data date: the started step, else the step enabled by the last one completed in its place. Where several are
-- enabled it is late only beyond the largest budget. Of a group in any order what the pass has not done is enabled, and what the
-- group leads on to once nothing that it needs is left. A step without a budget is not judged. Since a day whose hour is
-- not known it is late only if the least possible time exceeds the budget, on time only if the greatest fits.
-- rows: one per open case with a next step
insert into new_measurement
with done as (
	select o.case_id, m.step, count(p.step) as times, bool_or(not m.optional) as needed
	from open_case o
	join decided_case d on d.case_id = o.case_id
	join sop_step t on t.version = d.version and t.step = o.step
	join sop_step m on m.version = t.version and m.any_order = t.any_order
	left join every_move p on p.variant = o.variant and p.step = m.step and p.kind <> 1
	group by o.case_id, m.step
),
-- Each pass does each step of the group once: what is done less often than another is still to do.
mate as (
	select case_id, step, waits, bool_or(needed and waits) over (partition by case_id) as held
	from (select *, times < max(times) over (partition by case_id) as waits from done)
),
enabled as (
	select
		w.version, w.source, w.case_id, w.step,
		count(*) over (partition by w.version, w.source, w.case_id) as enabled,
		count(t.clock) over (partition by w.version, w.source, w.case_id) as with_budget
	from (
		select version, source, target as step, null::integer as case_id
		from sop_edge
		where (version, source) not in (select (version, step) from sop_step where any_order is not null)
		union all
		select d.version, o.step, m.step, o.case_id
		from open_case o
		join decided_case d on d.case_id = o.case_id
		join mate m on m.case_id = o.case_id and m.waits
		union all
		select g.version, g.source, g.target, o.case_id
		from open_case o
		join decided_case d on d.case_id = o.case_id
		join mate m on m.case_id = o.case_id and m.step = o.step and not m.held
		join sop_edge g on g.version = d.version and g.source = o.step
		anti join mate n on n.case_id = o.case_id and n.step = g.target
	) w
	join sop_step t on t.version = w.version and t.step = w.step
	qualify row_number() over (partition by w.version, w.source, w.case_id order by coalesce(t.budget_days * 86400, t.budget_seconds) desc nulls last, w.step) = 1
),
passed as (
	select variant, step, count(*) as passes
	from every_move
	where step is not null and variant in (select variant from open_case)
	group by variant, step
),
candidate as (
	select
		d.case_id, d.unit, d.process, d.version, d.calendar, d.open_until, d.end_day,
		case when o.completed is null then o.step else g.step end as step,
		case when o.completed is null then o.occurrence else coalesce(p.passes, 0) + 1 end as occurrence,
		case when o.completed is null then o.event end as event,
		case when o.completed is null then null else o.event end as from_event,
		coalesce(o.completed, o.started) as since,
		o.precision,
		coalesce(g.enabled, 1) as enabled,
		g.with_budget
	from open_case o
	join decided_case d on d.case_id = o.case_id
	left join enabled g on g.version = d.version and g.source = case when o.completed is not null then o.step end and coalesce(g.case_id, o.case_id) = o.case_id
	left join passed p on p.variant = o.variant and p.step = g.step
	where d.open_until is not null
),
budgeted as (
	select
		c.* exclude (with_budget),
		t.clock, t.budget_seconds, t.budget_days, t.budget_months, t.counts_first_day, t.budget_provisional,
		coalesce(c.with_budget, (t.clock is not null)::integer) as with_budget
	from candidate c
	join sop_step t on t.version = c.version and t.step = c.step
),
timed as (
	select
		o.*,
		a.working_base + office_seconds(second_of_day(o.since), a.slot1_start, a.slot1_end, a.slot2_start, a.slot2_end, a.slot3_start, a.slot3_end) as exact_since,
		case when o.precision = 3 then a.working_base else exact_since end as earliest_since,
		case when o.precision = 3 then a.working_base + day_seconds(a.slot1_start, a.slot1_end, a.slot2_start, a.slot2_end, a.slot3_start, a.slot3_end) else exact_since end as working_since,
		b.working_base + office_seconds(second_of_day(o.open_until), b.slot1_start, b.slot1_end, b.slot2_start, b.slot2_end, b.slot3_start, b.slot3_end) as working_until,
		a.covered and b.covered as covered,
		b.workday_ordinal - a.workday_ordinal + case when o.counts_first_day and a.slot1_end > a.slot1_start then 1 else 0 end as workdays
	from budgeted o
	left join calendar_day a on a.calendar = o.calendar and a.day = o.since::date
	left join calendar_day b on b.calendar = o.calendar and b.day = o.open_until::date
),
used as (
	select
		*,
		case clock
			when 'working'::clock then greatest(0, working_until - working_since)
			when 'workday'::clock then workdays
			when 'calendar'::clock then date_diff('day', since::date, open_until::date) + counts_first_day::integer
			when 'elapsed'::clock then case when precision = 3 then greatest(0, date_diff('second', since, open_until) - 86400) else date_diff('second', since, open_until) end
		end as least_used,
		case clock
			when 'working'::clock then greatest(0, working_until - earliest_since)
			when 'workday'::clock then workdays
			when 'calendar'::clock then date_diff('day', since::date, open_until::date) + counts_first_day::integer
			when 'elapsed'::clock then date_diff('second', since, open_until)
		end as most_used,
		case clock
			when 'workday'::clock then budget_days
			when 'calendar'::clock then coalesce(budget_days, date_diff('day', since::date, (since::date + to_months(budget_months))::date))
			else budget_seconds
		end as budget,
		case
			when clock in ('working'::clock, 'workday'::clock) and (not coalesce(covered, false) or crosses_uncovered(working_until - working_since)) then 'calendar_not_covered'::unmeasured_reason
			when open_until < since then 'negative_time'::unmeasured_reason
		end as obstacle
	from timed
),
judged as (
	select
		*,
		case
			when clock is null or with_budget < enabled then 'no_budget'::verdict
			when obstacle is not null then 'unmeasured'::verdict
			when most_used <= budget then 'on_time'::verdict
			when least_used > budget then 'late'::verdict
			else 'unmeasured'::verdict
		end as verdict
	from used
)
select
	case_id, unit, process, version, step, occurrence, true, event, from_event,
	'open'::basis,
	precision,
	case when precision < 3 then greatest(0, date_diff('second', since, open_until)) end,
	case when precision < 3 and obstacle is null then greatest(0, working_until - working_since) end,
	case verdict when 'late'::verdict then least_used when 'on_time'::verdict then most_used end,
	case verdict when 'late'::verdict then least_used when 'on_time'::verdict then most_used end,
	budget,
	verdict,
	case
		when with_budget < enabled then null
		when obstacle is not null then obstacle
		when enabled > 1 then 'several_enabled'::unmeasured_reason
		when verdict = 'unmeasured'::verdict then 'precision'::unmeasured_reason
	end,
	budget_provisional and verdict in ('on_time'::verdict, 'late'::verdict),
	end_day
from judged
