-- The steps and limits of the judged cases that took longer than their budget, excused ones marked. Severity
-- by the net ratio. Where several steps are enabled no deviation is made. A step that is late while it is open and late when it is
-- completed is one deviation, which keeps its follow-up; the identity ends as it always has, so that those kept before hold.
-- params: mild, medium — the ratios up to which a deviation is ringan and sedang
-- rows: one per late measurement
insert into new_deviation
select
	hash(m.unit, m.process, c.case_key, 'late_step', t.step_id, m.occurrence, false),
	'late_step',
	'waktu',
	case when m.ratio <= $mild::double then 'ringan' when m.ratio <= $medium::double then 'sedang' else 'berat' end::severity,
	case when m.verdict = 'excused'::verdict then 'excused' else 'open' end,
	m.provisional,
	t.supplier,
	m.case_id, m.unit, m.process, m.version, m.step, m.occurrence,
	null,
	coalesce(m.event, m.from_event),
	m.basis,
	t.clock,
	m.gross, m.net, m.budget, m.ratio,
	m.day,
	case when m.event is not null then m.from_event end,
	m.precision
from (select *, net / nullif(budget, 0) as ratio from new_measurement) m
join decided_case d on d.case_id = m.case_id
join every_case c on c.case_id = m.case_id
join sop_step t on t.version = m.version and t.step = m.step
where m.verdict in ('late'::verdict, 'excused'::verdict) and m.reason is null
