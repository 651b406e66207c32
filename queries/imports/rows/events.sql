-- What the store has made of some rows of a file: their events.
-- params: file; from, to — the first and the last row
-- rows: one per row and event that it says
-- not null: record, event, case_id, case_key, unit_name, activity, kind, precision, sources
with said as (
	select s.event, s.record, s.part
	from event_source s
	where s.file = $file::integer and s.record between $from::bigint and $to::bigint
)
select
	s.record, e.event, e.case_id, c.case_key, u.name as unit_name, u.zone, p.title as process_title, p.kind as process_kind,
	a.text as activity, e.kind, e.precision, e.started, e.completed, r.name as actor, o.name as role,
	t.no as step_no, t.activity as step_activity,
	(select count(*) from event_source x where x.event = e.event) as sources
from said s
join event e on e.event = s.event
join case_instance c on c.case_id = e.case_id
join unit u on u.unit = c.unit
join process p on p.process = c.process
join activity a on a.activity = e.activity
left join case_state v on v.case_id = e.case_id
left join activity_step i on i.version = v.version and i.activity = e.activity
left join sop_step t on t.version = i.version and t.step = i.step
left join actor r on r.actor = e.actor
left join role o on o.role = e.role
order by s.record, s.part, e.event
