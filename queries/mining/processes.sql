-- The processes that have cases in a scope: how many, how differently they run, and when.
-- params: unit — null for all; from, to — local dates, null for open
-- rows: one per process with cases, most cases first
-- not null: code, title, kind, cases, variants, completed
select
	p.code, p.title, p.kind,
	count(*) as cases,
	count(distinct s.variant) as variants,
	count(*) filter (s.state = 'completed'::state_of_case) as completed,
	median(s.lead_working_seconds) filter (s.state = 'completed'::state_of_case) as median_lead_seconds,
	max(s.last_event) as last_event
from case_state s
join process p on p.process = s.process
where ($unit::integer is null or s.unit = $unit::integer)
	and ($from::date is null or s.end_day >= $from::date)
	and ($to::date is null or s.end_day <= $to::date)
group by p.code, p.title, p.kind
order by cases desc, p.code
