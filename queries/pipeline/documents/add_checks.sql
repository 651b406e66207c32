-- Notes of which step occurrences the log says something that can be held against the SOP.
-- rows: one per step occurrence and kind
insert into new_document_check
select
	o.case_id, d.unit, d.process, d.version, o.step, o.occurrence, o.event,
	r.kind::deviation_kind, r.asked, r.spoken, r.missing, r.said, o.day
from said_occurrence o
join document_reading r on r.wording = o.wording
join decided_case d on d.case_id = o.case_id
