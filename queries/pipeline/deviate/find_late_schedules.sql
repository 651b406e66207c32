-- The documents dated after the end of the window that the case's own schedule gives them. In working days;
-- never part of a mutu baku rate; ringan, as there is no budget that it could exceed.
-- rows: one per late document
insert into new_deviation
select
	hash(w.unit, w.process, c.case_key, 'late_schedule', a.text, p.text),
	'late_schedule',
	'waktu',
	'ringan',
	'open',
	false,
	false,
	w.case_id, w.unit, w.process, d.version,
	null, null,
	p.text,
	w.document_event,
	null,
	'workday',
	w.delay_workdays, w.delay_workdays, null, null,
	w.document_completed::date,
	w.planned_event, null
from new_schedule_window w
join decided_case d on d.case_id = w.case_id
join every_case c on c.case_id = w.case_id
join every_activity a on a.activity = w.planned_activity
join every_activity p on p.activity = w.document_activity
where w.verdict = 'late'
