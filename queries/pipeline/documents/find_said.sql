-- What the log says of the documents of each step occurrence of the judged cases for which the SOP asks for some. A step that is
-- under way has not had its documents refused yet: nothing is read from it.
-- rows: one per step occurrence of which the log says something
insert into said_occurrence
with reading as (
	select reading_place(m.variant, m.position) as place, m.step, m.occurrence
	from every_move m
	join every_variant v on v.variant = m.variant
	where m.kind <> 2 and (v.version, m.step) in (select (version, step) from step_document)
),
carried_out as (
	select
		e.event, e.case_id, d.process, d.version, m.step, m.occurrence, e.source_order, e.source_record,
		coalesce(e.completed, e.started)::date as day
	from judged_event e
	join decided_case d on d.case_id = e.case_id
	join case_variant w on w.case_id = e.case_id
	join reading m on m.place = reading_place(w.variant, e.position)
	anti join (select event from open_case where completed is null) o on o.event = e.event
),
detail as (
	select event, requirements, outputs, attributes from event_detail where event in (select event from carried_out)
	union all
	select c.event, t.requirements, t.outputs, t.attributes
	from typed_detail t
	join new_document_file f on f.file = t.file
	join carried_out c on c.source_order = f.source_order and c.process = f.process and c.source_record = record_part(t.record, t.part)
	where c.event not in (select event from event_detail where event in (select event from carried_out))
),
told as (
	select
		c.*, x.requirements, x.outputs,
		list_filter(coalesce(k.names, []), lambda n: x.attributes[n] is not null) as names,
		case when exists (from every_document_file f where f.source_order = c.source_order and f.process = c.process and f.names <> '{}') then c.source_order end as naming,
		x.attributes
	from carried_out c
	join (select event, any_value(requirements) as requirements, any_value(outputs) as outputs, any_value(attributes) as attributes from detail group by event) x on x.event = c.event
	left join document_column k on k.version = c.version
	where x.requirements is not null or x.outputs is not null or len(k.names) > 0
)
select
	case_id, version, step, occurrence, event, day,
	hash(version, step, naming, requirements, outputs, names, contents)::varchar,
	naming, requirements, outputs, names, contents
from (select *, list_transform(names, lambda n: attributes[n]) as contents from told)
where requirements is not null or outputs is not null or len(names) > 0
