-- The running cases of an SOP with their open step at the data date, what is left of the budgets they run against, and what
-- completed cases of the same SOP version and office still took from that step: the latest 1000 of them, each from its first
-- time at the step, in office seconds. left is in office seconds up to the moment the budget is used up. rest is service time,
-- which the stated total limits; till_end is all office time to the last completion, from which a completion is expected.
-- params: unit, process, case_id — null for all
-- rows: one per running case of an SOP version
-- not null: case_id, several, step_verdict, step_provisional, total_provisional, step_cases, rest_cases, end_cases
with running as (
	select
		s.case_id, s.unit, s.process, s.version, s.variant,
		m.step, m.event, m.net, m.budget, m.verdict, m.reason, m.provisional,
		t.clock,
		v.total_seconds, v.total_provisional,
		u.calendar, d.data_date,
		n.workday_ordinal, n.covered,
		n.working_base
			+ greatest(0, least(second, n.slot1_end) - n.slot1_start)
			+ greatest(0, least(second, n.slot2_end) - n.slot2_start)
			+ greatest(0, least(second, n.slot3_end) - n.slot3_start) as now
	from case_state s
	left join measurement m on m.case_id = s.case_id and m.basis = 'open'::basis
	left join sop_step t on t.version = s.version and t.step = m.step
	join sop_version v on v.version = s.version
	join unit u on u.unit = s.unit
	join (select *, (epoch_us(data_date) // 1000000 % 86400)::integer as second from data_date) d on d.unit = s.unit
	left join calendar_day n on n.calendar = u.calendar and n.day = d.data_date::date
	where s.state = 'running'::state_of_case and s.version <> 0
		and ($unit::integer is null or s.unit = $unit::integer)
		and ($process::integer is null or s.process = $process::integer)
		and ($case_id::integer is null or s.case_id = $case_id::integer)
),
served as (
	select
		m.case_id,
		coalesce(sum(m.working_seconds) filter (m.last_pass and m.basis = 'service'::basis), 0) as seconds,
		count(*) filter (m.last_pass and m.basis not in ('open'::basis, 'limit'::basis) and (m.basis <> 'service'::basis or m.working_seconds is null or m.working_seconds = 0 and m.elapsed_seconds > 0)) as unserved
	from measurement m
	where m.case_id in (select case_id from running where total_seconds is not null)
	group by m.case_id
),
schedule as (
	select case_id, min(planned_completed) as due
	from schedule_window
	where verdict = 'open' and case_id in (select case_id from running)
	group by case_id
),
due as (
	select
		r.case_id, r.calendar,
		case
			when r.clock = 'workday' then w.day + interval 1 day
			when r.clock = 'calendar' then r.data_date::date + (r.budget - r.net + 1)::integer
			when r.clock = 'elapsed' then r.data_date + to_seconds(r.budget - r.net)
		end::timestamp as step_due,
		c.due as schedule_due
	from (select *, case when clock = 'workday' then workday_ordinal + (budget - net) end as due_ordinal from running) r
	left join (select calendar, workday_ordinal, day from calendar_day where slot1_end > slot1_start) w
		on w.calendar = r.calendar and w.workday_ordinal = r.due_ordinal
	left join schedule c on c.case_id = r.case_id
),
worked_due as (
	select
		d.case_id,
		a.working_base
			+ greatest(0, least(a_second, a.slot1_end) - a.slot1_start)
			+ greatest(0, least(a_second, a.slot2_end) - a.slot2_start)
			+ greatest(0, least(a_second, a.slot3_end) - a.slot3_start) as step_due,
		b.working_base
			+ greatest(0, least(b_second, b.slot1_end) - b.slot1_start)
			+ greatest(0, least(b_second, b.slot2_end) - b.slot2_start)
			+ greatest(0, least(b_second, b.slot3_end) - b.slot3_start) as schedule_due,
		d.schedule_due as schedule_at
	from (
		select
			*,
			(epoch_us(step_due) // 1000000 % 86400)::integer as a_second,
			(epoch_us(schedule_due) // 1000000 % 86400)::integer as b_second
		from due
		where step_due is not null or schedule_due is not null
	) d
	left join (select * from calendar_day where covered) a on a.calendar = d.calendar and a.day = d.step_due::date
	left join (select * from calendar_day where covered) b on b.calendar = d.calendar and b.day = d.schedule_due::date
),
completed as (
	select s.case_id, s.unit, s.version, s.variant
	from case_state s
	semi join running r on r.unit = s.unit and r.version = s.version
	where s.state = 'completed'::state_of_case
	qualify row_number() over (partition by s.unit, s.version order by s.end_day desc, s.case_id desc) <= 1000
),
passed as (
	select
		c.unit, c.version, c.case_id, m.step, e.position, e.working_completed,
		coalesce(e.working_started, lag(e.working_completed) over along) as entered,
		max(e.working_completed) over (partition by c.case_id) as ended,
		sum(case when m.last_pass then e.working_completed - e.working_started end) over rest as rest,
		bool_or(m.last_pass and (e.working_completed is null or e.working_started is null)) over rest as partial
	from completed c
	join event e on e.case_id = c.case_id and e.position is not null
	left join move m on m.variant = c.variant and m.position = e.position and m.kind = 0
	window
		along as (partition by c.case_id order by e.position),
		rest as (partition by c.case_id order by e.position desc rows between unbounded preceding and current row)
),
reference as (
	select
		unit, version, step,
		count(*) filter (took between 0 and 999999999999) as step_cases,
		median(took) filter (took between 0 and 999999999999) as step_seconds,
		count(*) filter (not partial and rest between 0 and 999999999999) as rest_cases,
		median(rest) filter (not partial and rest between 0 and 999999999999) as rest_seconds,
		count(*) filter (till_end between 0 and 999999999999) as end_cases,
		median(till_end) filter (till_end between 0 and 999999999999) as end_seconds
	from (
		select *, working_completed - entered as took, ended - entered as till_end
		from passed
		where step is not null
		qualify row_number() over (partition by case_id, step order by position) = 1
	)
	group by unit, version, step
),
judged as (
	select
		r.*,
		coalesce(f.step_cases, 0) as step_cases, f.step_seconds,
		coalesce(f.rest_cases, 0) as rest_cases, f.rest_seconds,
		coalesce(f.end_cases, 0) as end_cases, f.end_seconds,
		case
			when r.verdict not in ('on_time'::verdict, 'late'::verdict, 'excused'::verdict) then null
			when r.clock = 'working' then r.budget - r.net
			else w.step_due - r.now
		end as step_left,
		case when p.unserved = 0 then r.total_seconds - p.seconds end as total_left,
		w.schedule_at,
		w.schedule_due - r.now as schedule_left,
		(r.now + f.end_seconds)::bigint as expected_working
	from running r
	left join worked_due w on w.case_id = r.case_id
	left join served p on p.case_id = r.case_id
	left join reference f on f.unit = r.unit and f.version = r.version and f.step = r.step
)
select
	j.case_id, j.step, j.clock::varchar as clock, j.net as used, j.budget,
	coalesce(j.verdict::varchar, 'unmeasured') as step_verdict,
	coalesce(j.provisional, false) as step_provisional,
	coalesce(j.reason = 'several_enabled', false) as several,
	case when j.step_left between -999999999999 and 999999999999 then j.step_left end as step_left,
	j.step_cases, j.step_seconds,
	j.total_seconds, j.total_provisional, j.total_left, j.rest_cases, j.rest_seconds,
	j.schedule_at,
	case when j.schedule_left between -999999999999 and 999999999999 then j.schedule_left end as schedule_left,
	j.end_cases, j.end_seconds,
	case
		when not x.covered then null
		when x.working_base + (x.slot1_end - x.slot1_start) >= j.expected_working then x.day + to_seconds(x.slot1_start + j.expected_working - x.working_base)
		when x.after_slot2 >= j.expected_working then x.day + to_seconds(x.slot2_end - (x.after_slot2 - j.expected_working))
		when x.after_slot3 >= j.expected_working then x.day + to_seconds(x.slot3_end - (x.after_slot3 - j.expected_working))
	end as expected
from judged j
asof left join (
	select
		*,
		working_base + (slot1_end - slot1_start) + (slot2_end - slot2_start) as after_slot2,
		working_base + (slot1_end - slot1_start) + (slot2_end - slot2_start) + (slot3_end - slot3_start) as after_slot3
	from calendar_day
) x on x.calendar = j.calendar and x.working_base < j.expected_working
