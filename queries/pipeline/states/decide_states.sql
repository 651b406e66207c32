-- The state of each judged case: what the source states first (of several statements the one pulled last; a later event reopens a cancelled case), then
-- completed when its last step event completes an end step (of a group in any order, its last one), abandoned when it has been idle for longer
-- than the SOP's limit with no planned window open, else running. Cases of a closed SOP are completed.
-- rows: one per judged case that has events or facts
insert into decided_case
with stated as (
	select f.case_id, arg_max(f.status, (f.said, f.import, f.source_order, f.record)) as status, arg_max_null(f.stated_at, (f.said, f.import, f.source_order, f.record)) as stated_at
	from every_fact f
	where f.status is not null and f.case_id in (select case_id from judged_case)
	group by f.case_id
),
planned as (
	select case_id, max(coalesce(completed, started)) as planned_until
	from judged_event
	where kind = 3 and event not in (select event from superseded_plan)
	group by case_id
),
-- Found first: joined with all else, each case would be multiplied by the steps of its SOP.
last_step_event as materialized (
	select e.case_id, e.activity, e.completed
	from judged_event e
	join case_summary c on c.case_id = e.case_id and c.last_step_position = e.position
),
last_step as (
	select e.case_id, e.completed, a.is_end
	from last_step_event e
	join judged_case j on j.case_id = e.case_id
	join matched_step a on a.version = j.version and a.activity = e.activity
),
known as (
	select
		j.*,
		c.last_event,
		c.last_completed,
		case when f.status = 'cancelled' and f.stated_at < c.last_event then null else f.status end as status,
		f.stated_at,
		d.data_date,
		p.planned_until,
		coalesce(l.is_end, false) and l.completed is not null and j.case_id not in (select case_id from awaiting_case) as ended,
		coalesce(v.closed, false) as closed,
		coalesce(v.idle_limit_workdays, 30) as idle_limit,
		b.workday_ordinal as last_ordinal,
		n.workday_ordinal as now_ordinal
	from judged_case j
	left join case_summary c on c.case_id = j.case_id
	left join last_step l on l.case_id = j.case_id
	left join sop_version v on v.version = j.version
	left join stated f on f.case_id = j.case_id
	left join planned p on p.case_id = j.case_id
	left join every_data_date d on d.unit = j.unit
	left join calendar_day b on b.calendar = j.calendar and b.day = c.last_event::date
	left join calendar_day n on n.calendar = j.calendar and n.day = d.data_date::date
),
judged as (
	select
		*,
		case
			when status = 'cancelled' then 'cancelled'
			when status = 'finished' or closed or ended then 'completed'
			when now_ordinal - last_ordinal > idle_limit and coalesce(planned_until <= data_date, true) then 'abandoned'
			else 'running'
		end as state
	from known
)
select
	k.case_id,
	k.unit,
	k.process,
	k.calendar,
	k.version,
	k.warns_outage,
	k.state::state_of_case,
	case
		when k.status in ('cancelled', 'finished') then 'status'
		when k.closed then 'closed'
		when k.state = 'completed' then 'end_step'
		when k.state = 'abandoned' then 'idle'
		else 'open'
	end,
	case k.state
		when 'cancelled' then coalesce(k.stated_at, k.last_event)::date
		when 'completed' then coalesce(k.last_completed, k.last_event)::date
		when 'abandoned' then coalesce(g.day, k.last_event::date)
		else k.data_date::date
	end,
	k.data_date,
	case k.state when 'running' then k.data_date when 'abandoned' then least(k.data_date, coalesce(g.day::timestamp + interval 1 day, k.data_date)) end
from judged k
left join (
	select calendar, workday_ordinal, min(day) as day
	from calendar_day
	group by calendar, workday_ordinal
) g on g.calendar = k.calendar and g.workday_ordinal = case when k.state = 'abandoned' then k.last_ordinal + k.idle_limit + 1 end
