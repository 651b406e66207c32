-- Judges the service limits of an SOP: from the event of the limit's start (a step's completion or a
-- milestone) to the completion of its end, on the limit's clock. Without the start it is unmeasured,
-- and so is work outside office hours alone, which has no office time.
-- rows: one per case and limit whose end was seen
insert into new_measurement
with stepped as (
	select e.case_id, e.event, e.started, e.completed, e.working_completed, e.precision, a.step
	from judged_event e
	join decided_case d on d.case_id = e.case_id
	join matched_step a on a.version = d.version and a.activity = e.activity and a.choices is null
	where e.kind <> 3 and d.version in (select version from sop_step where kind = 'limit')
	union all
	-- A text of several steps is the one that the sequence was read with.
	select e.case_id, e.event, e.started, e.completed, e.working_completed, e.precision, m.step
	from judged_event e
	join decided_case d on d.case_id = e.case_id
	join matched_step a on a.version = d.version and a.activity = e.activity and a.choices is not null
	join case_variant w on w.case_id = e.case_id
	join every_move m on m.variant = w.variant and m.position = e.position
	where m.step is not null and d.version in (select version from sop_step where kind = 'limit')
),
reached as (
	select
		d.case_id, d.unit, d.process, d.version, d.calendar,
		t.step, t.clock, t.budget_days, t.budget_seconds, t.counts_first_day, t.budget_provisional,
		arg_min(e.event, (coalesce(e.completed, e.started), e.event)) filter (e.step = t.limit_to) as event,
		min(coalesce(e.completed, e.started)) filter (e.step = t.limit_to) as till,
		arg_min(e.event, (coalesce(e.completed, e.started), e.event)) filter (e.step = t.limit_from) as from_event,
		min(coalesce(e.completed, e.started)) filter (e.step = t.limit_from) as since,
		min(e.working_completed) filter (e.step = t.limit_to) as working_till,
		min(e.working_completed) filter (e.step = t.limit_from) as working_since,
		max(e.precision) as precision
	from decided_case d
	join sop_step t on t.version = d.version and t.kind = 'limit'
	join stepped e on e.case_id = d.case_id and e.step in (t.limit_from, t.limit_to)
	group by all
	having till is not null
),
used as (
	select
		r.*,
		case clock
			when 'workday' then b.workday_ordinal - a.workday_ordinal + case when counts_first_day and a.slot1_end > a.slot1_start then 1 else 0 end
			when 'calendar' then date_diff('day', since::date, till::date) + counts_first_day::integer
			when 'working' then working_till - working_since
			else date_diff('second', since, till)
		end as used,
		coalesce(budget_days, budget_seconds) as budget,
		case
			when since is null then 'limit_start_unseen'
			when till < since then 'negative_time'
			when clock = 'working' and precision < 3 and working_till = working_since and till > since then 'outside_hours'
			when clock in ('workday', 'working') and (not coalesce(a.covered and b.covered, false) or crosses_uncovered(b.working_base - a.working_base)) then 'calendar_not_covered'
		end as obstacle
	from reached r
	left join calendar_day a on a.calendar = r.calendar and a.day = r.since::date
	left join calendar_day b on b.calendar = r.calendar and b.day = r.till::date
)
select
	case_id, unit, process, version, step, 1, true, event, from_event,
	'limit'::basis,
	precision,
	case when precision < 3 then date_diff('second', since, till) end,
	case when precision < 3 and obstacle is null then working_till - working_since end,
	case when obstacle is null then used end,
	case when obstacle is null then used end,
	budget,
	case when obstacle is not null then 'unmeasured' when used <= budget then 'on_time' else 'late' end::verdict,
	obstacle::unmeasured_reason,
	budget_provisional and obstacle is null,
	till::date
from used
