-- The requirements and outputs that the SOP asks for at a step and the log says or shows to be missing, each by its name; one
-- without a name where the log only says that something is.
-- rows: one per step occurrence and document
insert into new_deviation
select
	hash(k.unit, k.process, c.case_key, k.kind::varchar, t.step_id, k.occurrence, m.object),
	k.kind,
	case k.kind when 'missing_output' then 'output' else 'kelengkapan' end,
	'sedang',
	'open',
	false,
	t.supplier,
	k.case_id, k.unit, k.process, k.version, k.step, k.occurrence,
	m.object,
	k.event,
	null, null, null, null, null, null,
	k.day,
	null, null
from new_document_check k
join said_occurrence o on o.event = k.event
join document_missing m on m.wording = o.wording and m.kind = k.kind::varchar
join sop_step t on t.version = k.version and t.step = k.step
join every_case c on c.case_id = k.case_id
