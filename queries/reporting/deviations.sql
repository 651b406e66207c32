-- Some deviations with all that a report says about them, and the first row that each rests on. What many of them share is
-- said by number (reporting/steps, reporting/files) or as an enum: strings are slow to bring out of the database.
-- params: ids — identities, in the order wanted
-- rows: one per deviation that is still there, in that order; place counts from 1; activity — the words
--   of the log, where there is no step; not_begun — the row cited is of the step before, and nobody has done this one
-- not null: place, kind, category, severity, state, provisional, supplier, version, unit, process, case_key, not_begun
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
	d.place::integer as place, d.kind, d.category, d.severity, d.state, d.provisional, d.supplier,
	u.code as unit, p.code as process, c.case_key,
	d.version, d.step, d.occurrence, d.object,
	a.name as acted, o.name as acted_role, case when d.step is null then b.text end as activity,
	d.basis, d.clock, d.gross, d.net, d.budget, d.ratio, d.day,
	coalesce(d.precision, e.precision) as precision,
	case when not step_not_begun(d.basis, e.completed) then e.started end as started,
	case when not step_not_begun(d.basis, e.completed) then e.completed end as completed,
	step_not_begun(d.basis, e.completed) as not_begun,
	k.said, x.file, x.record
from chosen d
join unit u on u.unit = d.unit
join process p on p.process = d.process
join case_instance c on c.case_id = d.case_id
left join event e on e.event = d.event and e.case_id = d.case_id
left join activity b on b.activity = e.activity
left join actor a on a.actor = case when not step_not_begun(d.basis, e.completed) then e.actor end
left join role o on o.role = case when not step_not_begun(d.basis, e.completed) then e.role end
left join document_check k on k.event = d.event and k.kind = d.kind and k.step = d.step
left join evidence x on x.event = d.event
order by d.place
