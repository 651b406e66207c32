-- Joins the outages of each unit that overlap or touch, so that no second is excused twice, with the office
-- time elapsed up to both ends. One that begins or ends outside the calendar is left out: nothing is
-- measured there.
-- rows: one per unit and joined outage
insert into outage_span
with ordered as (
	select
		unit,
		started,
		ended,
		max(ended) over (partition by unit order by started, ended rows between unbounded preceding and 1 preceding) as reached
	from outage
),
numbered as (
	select
		unit,
		started,
		ended,
		count(*) filter (reached is null or started > reached) over (partition by unit order by started, ended rows between unbounded preceding and current row) as span
	from ordered
),
joined as (
	select unit, min(started) as started, max(ended) as ended
	from numbered
	group by unit, span
),
timed as (
	select
		j.unit,
		j.started,
		j.ended,
		a.working_base + office_seconds(second_of_day(j.started), a.slot1_start, a.slot1_end, a.slot2_start, a.slot2_end, a.slot3_start, a.slot3_end) as working_started,
		b.working_base + office_seconds(second_of_day(j.ended), b.slot1_start, b.slot1_end, b.slot2_start, b.slot2_end, b.slot3_start, b.slot3_end) as working_ended
	from joined j
	join unit u on u.unit = j.unit
	join calendar_day a on a.calendar = u.calendar and a.day = j.started::date
	join calendar_day b on b.calendar = u.calendar and b.day = j.ended::date
)
select
	unit,
	started,
	ended,
	working_started,
	working_ended,
	coalesce(sum(working_ended - working_started) over (partition by unit order by started rows between unbounded preceding and 1 preceding), 0)
from timed
