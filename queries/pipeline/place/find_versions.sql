-- The SOP version in force when each touched case started; 0 where no SOP was.
-- rows: one per touched case
insert into touched_version
with given as (
	select
		case_id,
		min(coalesce(started, completed)) filter (kind <> 3) as since,
		max(coalesce(completed, started)) filter (kind <> 3) as last_event
	from (
		select case_id, kind, started, completed from new_event
		union all
		select case_id, kind, started, completed from kept_event
	)
	group by case_id
)
select t.case_id, t.unit, t.process, t.calendar, coalesce(v.version, 0), t.has_events, t.since::date, t.last_event
from (
	select c.case_id, c.unit, c.process, u.calendar, g.case_id is not null as has_events, g.since, g.last_event, coalesce(g.since, '9999-01-01'::timestamp)::date as start_day
	from (select distinct case_id from touched_case) t
	join every_case c on c.case_id = t.case_id
	join every_unit u on u.unit = c.unit
	left join given g on g.case_id = c.case_id
) t
asof left join (select version, process, coalesce(effective_from, '0001-01-01'::date) as valid_from from sop_version) v
	on v.process = t.process and t.start_day >= v.valid_from
