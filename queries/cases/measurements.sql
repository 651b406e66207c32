-- How the steps and limits of one case were measured and judged; the open step too.
-- params: case_id
-- rows: one per step occurrence and limit
-- not null: step, step_id, no, activity, kind, actors, supplier, occurrence, last_pass, basis, precision, verdict, provisional
select
	m.step, t.step_id, t.no, t.activity, t.kind, t.actors, t.supplier, t.clock::varchar as clock, f.activity as from_activity, g.activity as to_activity,
	m.occurrence, m.last_pass, m.event, m.from_event, m.basis::varchar as basis, m.precision,
	m.elapsed_seconds, m.working_seconds, m.gross, m.net, m.budget, m.ratio,
	m.verdict::varchar as verdict, m.reason::varchar as reason, m.provisional, m.day,
	t.budget_seconds, t.budget_days, t.budget_months
from measurement m
join sop_step t on t.version = m.version and t.step = m.step
left join sop_step f on f.version = m.version and f.step = t.limit_from
left join sop_step g on g.version = m.version and g.step = t.limit_to
where m.case_id = $case_id::integer
order by m.day, m.step, m.occurrence
