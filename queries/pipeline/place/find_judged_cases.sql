-- The cases to judge anew: the touched ones that anything is left of, the open ones of units whose data date moved, and
-- those for which other steps can be found missing than before.
-- rows: one per case
insert into judged_case
select t.case_id, t.unit, t.process, t.calendar, t.version, coalesce(v.warns_outage, false)
from (
	select case_id, unit, process, calendar, version
	from touched_version
	where has_events or case_id in (select case_id from every_fact)
	union all
	(
	select s.case_id, s.unit, s.process, u.calendar, s.version
	from case_state s
	join every_unit u on u.unit = s.unit
	left join new_data_date d on d.unit = s.unit
	left join data_date f on f.unit = s.unit
	where s.unit in (select unit from touched_version)
		and s.state in ('running', 'abandoned')
		and f.data_date is distinct from d.data_date
		and s.case_id not in (select case_id from touched_version)
	union
	select s.case_id, s.unit, s.process, u.calendar, s.version
	from case_state s
	join unit_flow f on f.unit = s.unit and f.version = s.version
	left join case_flow c on c.case_id = s.case_id
	join variant a on a.variant = s.variant
	join every_unit u on u.unit = s.unit
	where a.free is distinct from coalesce(c.free, f.free)
		and s.case_id not in (select case_id from touched_case)
	)
) t
left join sop_version v on v.version = t.version
