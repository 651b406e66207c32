-- What is said of documents, each wording once, with what the SOP asks for at its step.
-- rows: one per wording and kind
-- not null: wording, kind, documents, process, names, contents
select
	w.wording, s.kind::varchar as kind, s.documents, v.process, w.source_order::varchar as source_order,
	case when s.kind = 'missing_requirement' then w.requirements else w.outputs end as text,
	w.names, w.contents
from (
	select distinct on (wording) wording, version, step, source_order, requirements, outputs, names, contents from said_occurrence
) w
join sop_version v on v.version = w.version
join step_document s on s.version = w.version and s.step = w.step
