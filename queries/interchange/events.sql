-- The events of some cases of a scope in their sequence, from a case onwards; planned events and milestones are not in it.
-- params: unit, process — null for all; from, to — local dates, null for open; after — a case; size — of cases
-- rows: one per event, by case and position; one without activity for a case without a sequence
-- not null: case_id, case_key, unit, zone, process, state
with chosen as (
	select case_id, unit, process, version, variant, state
	from case_state
	where case_id > $after::integer
		and ($unit::integer is null or unit = $unit::integer)
		and ($process::integer is null or process = $process::integer)
		and ($from::date is null or end_day >= $from::date)
		and ($to::date is null or end_day <= $to::date)
	order by case_id
	limit $size::integer
)
select
	s.case_id, c.case_key, u.code as unit, u.zone, p.code as process, s.state::varchar as state,
	a.text as activity, e.started, e.completed, e.precision, r.name as actor, o.name as role, t.step_id, t.activity as step_text
from chosen s
join case_instance c on c.case_id = s.case_id
join unit u on u.unit = s.unit
join process p on p.process = s.process
left join event e on e.case_id = s.case_id and e.position is not null
left join activity a on a.activity = e.activity
left join activity_step i on i.version = s.version and i.activity = e.activity
left join move m on m.variant = s.variant and m.position = e.position
left join sop_step t on t.version = s.version and t.step = coalesce(i.step, m.step)
left join actor r on r.actor = e.actor
left join role o on o.role = e.role
order by s.case_id, e.position
