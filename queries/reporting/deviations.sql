-- Some deviations with all that a report says about them, and the first row that each rests on.
-- params: ids — identities, in the order wanted
-- rows: one per deviation that is still there, in that order
-- not null: id, kind, category, severity, state, provisional, supplier, follow, unit, unit_name, process, process_title, case_key
with asked as (
	select unnest($ids::varchar[])::ubigint as identity, generate_subscripts($ids::varchar[], 1) as place
),
chosen as (
	select d.*, a.place from deviation d join asked a on a.identity = d.identity
),
evidence as (
	select event, arg_min(file, (file, record)) as file, arg_min(record, (file, record)) as record
	from event_source
	where event in (select event from chosen)
	group by event
)
select
	d.identity::varchar as id,
	d.kind::varchar as kind, d.category, d.severity::varchar as severity, d.state, d.provisional, d.supplier,
	coalesce(w.state, 'open') as follow, w.body as follow_body, w.by_name as follow_by,
	u.code as unit, u.name as unit_name, p.code as process, p.title as process_title, c.case_key,
	t.no as step_no, t.activity as step_activity, d.occurrence, d.object,
	t.actors as accountable, a.name as acted, o.name as acted_role, b.text as activity,
	d.basis::varchar as basis, d.clock::varchar as clock, d.gross, d.net, d.budget, d.ratio, d.day,
	e.precision, e.started, e.completed,
	k.said, f.name as file_name, f.sha256, f.import, x.record
from chosen d
join unit u on u.unit = d.unit
join process p on p.process = d.process
join case_instance c on c.case_id = d.case_id
left join sop_step t on t.version = d.version and t.step = d.step
left join event e on e.event = d.event and e.case_id = d.case_id
left join activity b on b.activity = e.activity
left join actor a on a.actor = e.actor
left join role o on o.role = e.role
left join document_check k on k.event = d.event and k.kind = d.kind and k.step = d.step
left join evidence x on x.event = d.event
left join import_file f on f.file = x.file
left join (
	select identity, arg_max(state, entry) as state, arg_max(body, entry) as body, arg_max(by_name, entry) as by_name
	from follow_up
	group by identity
) w on w.identity = d.identity
order by d.place
