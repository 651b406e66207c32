-- The running cases whose open step is beyond its budget or near it at the data date: late ones first, then
-- by how much of the budget is used; provisional ones last. used and budget are in the step's clock.
-- params: unit, process — null for all; near — the ratio from which a step is near its budget; most — how many rows
-- rows: one per case
-- not null: case_id, case_key, process, process_title, unit, no, activity, actors, supplier, clock, used, budget, ratio, late, provisional, several, data_date
select
	m.case_id, c.case_key, p.code as process, p.title as process_title, u.name as unit,
	t.no, t.activity, t.actors, t.supplier, t.clock,
	m.net as used, m.budget, m.ratio,
	m.verdict = 'late' as late, m.provisional,
	coalesce(m.reason = 'several_enabled', false) as several,
	d.data_date
from (
	select m.*
	from measurement m
	join case_state s on s.case_id = m.case_id and s.state = 'running'
	where m.basis = 'open'
		and m.ratio > $near::double
		and m.verdict in ('on_time', 'late', 'excused')
		and ($unit::integer is null or m.unit = $unit::integer)
		and ($process::integer is null or m.process = $process::integer)
	order by m.provisional, m.verdict = 'late' desc, m.ratio desc, m.case_id
	limit $most::integer
) m
join case_instance c on c.case_id = m.case_id
join process p on p.process = m.process
join unit u on u.unit = m.unit
join sop_step t on t.version = m.version and t.step = m.step
join data_date d on d.unit = m.unit
order by m.provisional, m.verdict = 'late' desc, m.ratio desc, m.case_id
