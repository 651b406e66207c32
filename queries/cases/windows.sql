-- The planned windows of one case with the document that each governs.
-- params: case_id
-- rows: one per window, by its end
-- not null: planned_event, stage, document, planned_completed, verdict
select
	w.planned_event, a.text as stage, w.planned_started, w.planned_completed,
	w.document_event, d.text as document, w.document_completed, w.verdict, w.delay_workdays
from schedule_window w
join activity a on a.activity = w.planned_activity
join activity d on d.activity = w.document_activity
where w.case_id = $case_id::integer
order by w.planned_completed, w.planned_event
