-- The planned windows of one case with the document that each governs: of a schedule that was imported several times
-- the window in force, and how often the stage was seen to move.
-- params: case_id
-- rows: one per window, by its end
-- not null: planned_event, stage, document, planned_completed, verdict, late_picture, changes
select
	w.planned_event, a.text as stage, w.planned_started, w.planned_completed,
	w.document_event, d.text as document, w.document_completed, w.verdict, w.delay_workdays,
	w.pulled, coalesce(w.late_picture, false) as late_picture,
	(select count(*) from snapshot_change c where c.case_id = w.case_id and c.subject = w.subject) as changes
from schedule_window w
join activity a on a.activity = w.planned_activity
join activity d on d.activity = w.document_activity
where w.case_id = $case_id::integer
order by w.planned_completed, w.planned_event
