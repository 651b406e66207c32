-- Holds each planned window of the judged cases against the document that it governs, by date; of a stage whose
-- schedule was seen several times the window in force.
-- rows: one per planned window that governs a document
insert into new_schedule_window
with document as (
	select e.case_id, g.planned_activity, e.activity, arg_min(e.event, e.completed) as event, min(e.completed) as completed
	from judged_event e
	join decided_case d on d.case_id = e.case_id
	join every_governed_document g on g.process = d.process and g.document_activity = e.activity
	where e.kind <> 3 and e.completed is not null
	group by e.case_id, g.planned_activity, e.activity
)
select
	d.case_id, d.unit, d.process,
	e.event, e.activity, e.started, e.completed,
	m.event, g.document_activity, m.completed,
	case
		when m.completed is null then 'open'
		when m.completed::date > e.completed::date then 'late'
		when m.completed::date < e.started::date then 'early'
		else 'inside'
	end,
	case when m.completed::date > e.completed::date and a.covered and b.covered then b.workday_ordinal - a.workday_ordinal end,
	f.subject, f.pulled, f.late_picture
from judged_event e
join decided_case d on d.case_id = e.case_id
join every_governed_document g on g.process = d.process and g.planned_activity = e.activity
left join document m on m.case_id = e.case_id and m.planned_activity = e.activity and m.activity = g.document_activity
left join calendar_day a on a.calendar = d.calendar and a.day = e.completed::date
left join calendar_day b on b.calendar = d.calendar and b.day = m.completed::date
left join window_in_force f on f.case_id = e.case_id and f.event = e.event
where e.kind = 3
	and e.completed is not null
	and (f.event is not null or not exists (from every_snapshot s where s.event = e.event))
