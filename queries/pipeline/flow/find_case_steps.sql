-- The steps whose absence costs nothing in cases the whole of whose time imports can show a step that they cannot show at other
-- times: a missing step of a case that began or went on outside that time may have happened unseen.
-- rows: one per case with such a step
insert into case_flow
with timed as (
	select case_id, unit, version, first_day, last_event::date as last_day
	from touched_version
	where has_events
	union all
	select case_id, unit, version, least(first_started, first_completed)::date, last_event::date
	from case_state
	where unit in (select unit from shown_step where not whole) and case_id not in (select case_id from touched_case)
),
span as (
	select t.unit, t.version, t.first_day, t.last_day, list(distinct s.step) as seen
	from (select distinct unit, version, first_day, last_day from timed) t
	join shown_step s
		on s.unit = t.unit and s.version = t.version and not s.whole
		and s.first_day <= t.first_day and s.last_day >= t.last_day
	group by t.unit, t.version, t.first_day, t.last_day
)
select t.case_id, list_filter(f.free, lambda step: not list_contains(s.seen, step) or list_contains(o.optional, step))
from timed t
join span s on s.unit = t.unit and s.version = t.version and s.first_day = t.first_day and s.last_day = t.last_day
join unit_flow f on f.unit = t.unit and f.version = t.version
join (
	select version, coalesce(list(step) filter (optional), []) as optional from sop_step where kind = 'step' group by version
) o on o.version = t.version
