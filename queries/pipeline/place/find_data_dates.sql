-- The latest event of each touched unit that is not planned, at most the time of import.
-- params: now — the instant of the import, UTC
-- rows: one per unit with such an event
insert into new_data_date
select unit, max(last_event)
from (
	select unit, last_event
	from case_state
	where unit in (select unit from touched_version) and case_id not in (select case_id from touched_version)
	union all
	select v.unit, coalesce(e.completed, e.started)
	from judged_event e
	join touched_version v on v.case_id = e.case_id
	join every_unit u on u.unit = v.unit
	where e.kind <> 3 and coalesce(e.completed, e.started) <= $now::timestamp + to_hours(zone_hours(u.zone))
)
where last_event is not null
group by unit
