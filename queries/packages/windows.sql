-- The documents of packages against the windows that the packages' own schedules give them. A window counts on the
-- date of its document, without one on its planned end.
-- params: unit, from, to, state — null for all; process
-- rows: one per planned stage and document; overdue — no document though the window has ended by the data date;
--   pending — not yet ended; cancelled — no document, and the package is cancelled; delays in working days after
--   the planned end, of the late ones whose dates the calendar covers
-- not null: planned, document, packages, inside, late, early, overdue, pending, cancelled, delays
select
	a.text as planned,
	b.text as document,
	count(distinct w.case_id) as packages,
	count(*) filter (w.verdict = 'inside') as inside,
	count(*) filter (w.verdict = 'late') as late,
	count(*) filter (w.verdict = 'early') as early,
	count(*) filter (w.verdict = 'open' and s.state <> 'cancelled' and w.planned_completed <= d.data_date) as overdue,
	count(*) filter (w.verdict = 'open' and s.state <> 'cancelled' and not coalesce(w.planned_completed <= d.data_date, false)) as pending,
	count(*) filter (w.verdict = 'open' and s.state = 'cancelled') as cancelled,
	count(w.delay_workdays) as delays,
	median(w.delay_workdays) as median_delay,
	max(w.delay_workdays) as max_delay
from schedule_window w
join case_state s on s.case_id = w.case_id
join activity a on a.activity = w.planned_activity
join activity b on b.activity = w.document_activity
left join data_date d on d.unit = w.unit
where w.process = $process::integer
	and ($unit::integer is null or w.unit = $unit::integer)
	and ($from::date is null or coalesce(w.document_completed, w.planned_completed)::date >= $from::date)
	and ($to::date is null or coalesce(w.document_completed, w.planned_completed)::date <= $to::date)
	and ($state::varchar is null or s.state::varchar = $state::varchar)
group by a.text, b.text
order by min(w.planned_completed), a.text, b.text
