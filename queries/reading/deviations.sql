-- The deviations of a scope, with what each rests on down to the source row.
-- params: unit, process — null for all; from, to — local dates, null for open
-- rows: one per deviation, latest first; not_begun — the row cited is of the step before, and nobody has done this one
-- not null: kind, category, severity, state, provisional, supplier, unit, process, case_key, case_id, not_begun
select
	d.kind::varchar as kind, d.category, d.severity::varchar as severity, d.state, d.provisional, d.supplier,
	u.code as unit, p.code as process, c.case_key, d.case_id,
	t.no as step_no, t.activity as step_activity, d.occurrence, d.object,
	t.actors as accountable, a.name as acted,
	d.basis::varchar as basis, d.clock, d.gross, d.net, d.budget, d.ratio, d.day,
	case when not step_not_begun(d.basis, e.completed) then e.started end as started,
	case when not step_not_begun(d.basis, e.completed) then e.completed end as completed,
	step_not_begun(d.basis, e.completed) as not_begun,
	k.said,
	f.name as file_name, x.record
from deviation d
join unit u on u.unit = d.unit
join process p on p.process = d.process
join case_instance c on c.case_id = d.case_id
left join sop_step t on t.version = d.version and t.step = d.step
left join event e on e.event = d.event and e.case_id = d.case_id
left join actor a on a.actor = case when not step_not_begun(d.basis, e.completed) then e.actor end
left join document_check k on k.event = d.event and k.kind = d.kind and k.step = d.step
left join (
	select event, arg_min(file, (file, record)) as file, arg_min(record, (file, record)) as record
	from event_source
	where event in (select event from deviation)
	group by event
) x on x.event = d.event
left join import_file f on f.file = x.file
where ($unit::integer is null or d.unit = $unit::integer)
	and ($process::integer is null or d.process = $process::integer)
	and ($from::date is null or d.day >= $from::date)
	and ($to::date is null or d.day <= $to::date)
order by d.day desc, u.code, p.code, c.case_key, d.step, d.occurrence, d.kind
