-- Judges the service limits of an SOP: from the event of the limit's start (a step's completion or a
-- milestone) to the completion of its end, on the limit's clock. Without the start it is unmeasured.
-- rows: one per case and limit whose end was seen
insert into new_measurement
with reached as (
	select
		d.case_id, d.unit, d.process, d.version, d.calendar,
		t.step, t.clock, t.budget_days, t.budget_seconds, t.counts_first_day, t.budget_provisional,
		min(e.event) filter (a.step = t.limit_to) as event,
		min(coalesce(e.completed, e.started)) filter (a.step = t.limit_to) as till,
		min(e.event) filter (a.step = t.limit_from) as from_event,
		min(coalesce(e.completed, e.started)) filter (a.step = t.limit_from) as since,
		min(e.working_completed) filter (a.step = t.limit_to) as working_till,
		min(e.working_completed) filter (a.step = t.limit_from) as working_since,
		max(e.precision) as precision
	from decided_case d
	join sop_step t on t.version = d.version and t.kind = 'limit'
	join judged_event e on e.case_id = d.case_id and e.kind <> 3
	join matched_step a on a.version = d.version and a.activity = e.activity and a.step in (t.limit_from, t.limit_to)
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
