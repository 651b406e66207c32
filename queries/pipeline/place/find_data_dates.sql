-- The latest event of each touched unit that is not planned, at most the time of import.
-- params: now — the instant of the import, UTC
-- rows: one per unit with such an event
insert into new_data_date
with touched as (
	select v.case_id, v.unit, v.last_event, $now::timestamp + to_hours(zone_hours(u.zone)) as instant
	from touched_version v
	join every_unit u on u.unit = v.unit
)
select unit, max(last_event)
from (
	select unit, last_event
	from case_state
	where unit in (select unit from touched_version) and case_id not in (select case_id from touched_version)
	union all
	select unit, case when last_event <= instant then last_event end from touched
	union all
	select t.unit, coalesce(e.completed, e.started)
	from touched t
	join judged_event e on e.case_id = t.case_id
	where t.last_event > t.instant and e.kind <> 3 and coalesce(e.completed, e.started) <= t.instant
)
where last_event is not null
group by unit
