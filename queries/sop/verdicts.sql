-- How the step occurrences and limits of each SOP version were judged in a scope, open steps apart. Limits and
-- steps are told by their number, suppliers' steps by their mark. What was required but not seen is unmeasured: not_seen.
-- params: unit, process — null for all; from, to — local dates, null for open
-- rows: one per version, step, verdict, reason, provisional and open
-- not null: process, version, step, supplier, verdict, provisional, open, count
select
	m.process, m.version, m.step, t.supplier,
	m.verdict::varchar as verdict,
	case when m.seen then m.reason::varchar else 'not_seen' end as reason,
	m.provisional,
	m.open,
	m.count
from (
	select process, version, step, verdict, reason, seen, provisional, basis = 'open'::basis as open, count(*) as count
	from step_occurrence
	where ($unit::integer is null or unit = $unit::integer)
		and ($process::integer is null or process = $process::integer)
		and ($from::date is null or day >= $from::date)
		and ($to::date is null or day <= $to::date)
	group by all
) m
join sop_step t on t.version = m.version and t.step = m.step
order by m.process, m.step, m.verdict
