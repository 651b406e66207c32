-- How the step occurrences and limits of each SOP version were judged in a scope, open steps apart. Limits and
-- steps are told by their number, suppliers' steps by their mark.
-- params: unit, process — null for all; from, to — local dates, null for open
-- rows: one per version, step, verdict, reason, provisional and open
-- not null: process, version, step, supplier, verdict, provisional, open, count
select
	m.process, m.version, m.step, t.supplier,
	m.verdict::varchar as verdict,
	m.reason::varchar as reason,
	m.provisional,
	m.basis = 'open'::basis as open,
	count(*) as count
from measurement m
join sop_step t on t.version = m.version and t.step = m.step
where ($unit::integer is null or m.unit = $unit::integer)
	and ($process::integer is null or m.process = $process::integer)
	and ($from::date is null or m.day >= $from::date)
	and ($to::date is null or m.day <= $to::date)
group by all
order by m.process, m.step, verdict
