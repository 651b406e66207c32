-- What a list of cases shows of the cases of one page.
-- params: cases — numbers of cases, in the order in which they are wanted
-- rows: one per case, in that order
-- not null: case_id, case_key, unit, unit_name, zone, process, process_title, kind, state, events, lead_lower_bound, processing_partial, total_verdict, total_provisional, deviations, unjudged
with page as (
	select unnest($cases::integer[]) as case_id, generate_subscripts($cases::integer[], 1) as place
),
counted as (
	select
		case_id,
		count(*) filter (state = 'open' and not provisional) as deviations,
		count(*) filter (state <> 'open' or provisional) as unjudged
	from deviation
	where case_id in (select case_id from page)
	group by case_id
),
known as (
	select case_id, max(precision) as precision
	from event
	where kind <> 3 and case_id in (select case_id from page)
	group by case_id
)
select
	s.case_id, c.case_key, u.code as unit, u.name as unit_name, u.zone, r.code as process, r.title as process_title, r.kind,
	s.state::varchar as state, s.events, s.first_started, s.first_completed, s.last_completed, s.last_event, k.precision,
	s.lead_seconds, s.lead_working_seconds, s.lead_lower_bound, s.processing_seconds, s.processing_partial,
	s.total_verdict::varchar as total_verdict, s.total_reason::varchar as total_reason, s.total_ratio, s.total_provisional,
	coalesce(n.deviations, 0) as deviations,
	coalesce(n.unjudged, 0) as unjudged
from page p
join case_state s on s.case_id = p.case_id
join case_instance c on c.case_id = p.case_id
join unit u on u.unit = s.unit
join process r on r.process = s.process
left join counted n on n.case_id = p.case_id
left join known k on k.case_id = p.case_id
order by p.place
