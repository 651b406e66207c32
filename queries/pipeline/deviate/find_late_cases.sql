-- The cases of an SOP with a stated total whose processing time exceeds it.
-- params: mild, medium — the ratios up to which a deviation is ringan and sedang
-- rows: one per late case
insert into new_deviation
select
	hash(s.unit, s.process, c.case_key, 'late_case'),
	'late_case',
	'waktu',
	case when s.total_ratio <= $mild::double then 'ringan' when s.total_ratio <= $medium::double then 'sedang' else 'berat' end::severity,
	'open',
	s.total_provisional,
	false,
	s.case_id, s.unit, s.process, s.version,
	null, null, null, null, null,
	'working',
	s.total_seconds, s.total_seconds, v.total_seconds, s.total_ratio,
	s.end_day,
	null, null
from new_case_state s
join sop_version v on v.version = s.version
join every_case c on c.case_id = s.case_id
where s.total_verdict = 'late'
