-- The limits of an SOP that running cases run against: begun, not yet ended, with what is left of them at the data date, and what
-- completed cases of the same SOP version and office still took from the open step to the limit's end (as in cases).
-- params: unit, process, case_id — null for all
-- rows: one per running case and limit that has begun
-- not null: case_id, title, provisional, cases
with running as (
	select s.case_id, s.unit, s.version, s.variant, m.step, u.calendar, d.data_date
	from case_state s
	left join measurement m on m.case_id = s.case_id and m.basis = 'open'::basis
	join unit u on u.unit = s.unit
	join data_date d on d.unit = s.unit
	where s.state = 'running'::state_of_case and s.version in (select version from sop_step where kind = 'limit')
		and ($unit::integer is null or s.unit = $unit::integer)
		and ($process::integer is null or s.process = $process::integer)
		and ($case_id::integer is null or s.case_id = $case_id::integer)
),
-- What an activity is of itself; a text of several steps is the one that the sequence was read with.
stepped as (
	select e.case_id, coalesce(e.completed, e.started) as happened, coalesce(a.step, m.step) as step
	from running r
	join event e on e.case_id = r.case_id and e.kind <> 3
	left join activity_step a on a.version = r.version and a.activity = e.activity
	left join move m on m.variant = r.variant and m.position = e.position and a.step is null
),
begun as (
	select
		r.case_id, r.unit, r.version, r.step, r.calendar, r.data_date,
		t.step as limit_step, t.activity as title, t.clock, t.budget_seconds, t.budget_days, t.counts_first_day, t.budget_provisional, t.limit_to,
		min(e.happened) filter (e.step = t.limit_from) as since,
		count(*) filter (e.step = t.limit_to) as ended
	from running r
	join sop_step t on t.version = r.version and t.kind = 'limit'
	join stepped e on e.case_id = r.case_id and e.step in (t.limit_from, t.limit_to)
	group by all
	having since is not null and ended = 0
),
due as (
	select
		b.*,
		case b.clock
			when 'workday' then w.day + interval 1 day
			when 'calendar' then b.since::date + (b.budget_days + 1 - b.counts_first_day::integer)::integer
			when 'elapsed' then b.since + to_seconds(b.budget_seconds)
		end::timestamp as due_at,
		s.working_base
			+ greatest(0, least(since_second, s.slot1_end) - s.slot1_start)
			+ greatest(0, least(since_second, s.slot2_end) - s.slot2_start)
			+ greatest(0, least(since_second, s.slot3_end) - s.slot3_start) as since_working
	from begun b
	cross join lateral (select (epoch_us(b.since) // 1000000 % 86400)::integer as since_second)
	left join calendar_day s on s.calendar = b.calendar and s.day = b.since::date and s.covered
	left join calendar_day w on b.clock = 'workday' and w.calendar = b.calendar and w.slot1_end > w.slot1_start
		and w.workday_ordinal = s.workday_ordinal + b.budget_days - case when b.counts_first_day and s.slot1_end > s.slot1_start then 1 else 0 end
),
working as (
	select
		d.*,
		n.working_base
			+ greatest(0, least(now_second, n.slot1_end) - n.slot1_start)
			+ greatest(0, least(now_second, n.slot2_end) - n.slot2_start)
			+ greatest(0, least(now_second, n.slot3_end) - n.slot3_start) as now,
		case when d.clock = 'working' then d.since_working + d.budget_seconds else x.working_base
			+ greatest(0, least(due_second, x.slot1_end) - x.slot1_start)
			+ greatest(0, least(due_second, x.slot2_end) - x.slot2_start)
			+ greatest(0, least(due_second, x.slot3_end) - x.slot3_start)
		end as due_working
	from due d
	cross join lateral (select (epoch_us(d.data_date) // 1000000 % 86400)::integer as now_second, (epoch_us(d.due_at) // 1000000 % 86400)::integer as due_second)
	left join calendar_day n on n.calendar = d.calendar and n.day = d.data_date::date
	left join calendar_day x on x.calendar = d.calendar and x.day = d.due_at::date and x.covered
),
completed as (
	select s.case_id, s.unit, s.version, s.variant
	from case_state s
	semi join begun r on r.unit = s.unit and r.version = s.version
	where s.state = 'completed'::state_of_case
	qualify row_number() over (partition by s.unit, s.version order by s.end_day desc, s.case_id desc) <= 1000
),
passed as (
	select
		c.unit, c.version, c.case_id, m.step, e.position, e.working_completed,
		coalesce(e.working_started, lag(e.working_completed) over (partition by c.case_id order by e.position)) as entered
	from completed c
	join event e on e.case_id = c.case_id and e.position is not null
	left join move m on m.variant = c.variant and m.position = e.position and m.kind = 0
),
reference as (
	select p.unit, p.version, p.step, t.step as limit_step, count(*) as cases, median(q.till - p.entered) as seconds
	from (select * from passed where step is not null qualify row_number() over (partition by case_id, step order by position) = 1) p
	join sop_step t on t.version = p.version and t.kind = 'limit'
	join (select case_id, step, min(working_completed) as till from passed where step is not null group by case_id, step) q
		on q.case_id = p.case_id and q.step = t.limit_to
	where q.till - p.entered between 0 and 999999999999
	group by all
)
select
	w.case_id, w.title, w.budget_provisional as provisional,
	case when w.due_working - w.now between -999999999999 and 999999999999 then w.due_working - w.now end as "left",
	coalesce(f.cases, 0) as cases,
	f.seconds
from working w
left join reference f on f.unit = w.unit and f.version = w.version and f.step = w.step and f.limit_step = w.limit_step
order by w.case_id, w.limit_step
