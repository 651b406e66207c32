-- One case with what its figures rest on: office, SOP version, state, times, the verdict on its total.
-- params: case_id
-- rows: one, or none
-- not null: case_id, case_key, unit, unit_name, unit_confirmed, sample, zone, calendar, process, process_title, process_kind, version, variant, state, state_from, events, lead_lower_bound, processing_partial, total_verdict, total_provisional
select
	s.case_id, c.case_key, u.code as unit, u.name as unit_name, u.confirmed as unit_confirmed, u.sample, u.zone, u.calendar,
	p.code as process, p.title as process_title, p.kind as process_kind,
	s.version, v.sop, v.effective_from, v.total_seconds as budget_seconds, v.idle_limit_workdays, v.warns_outage, s.variant,
	s.state::varchar as state, s.state_from, s.events, s.first_started, s.first_completed, s.last_completed, s.last_event,
	s.lead_seconds, s.lead_working_seconds, s.lead_lower_bound, s.processing_seconds, s.processing_partial,
	s.total_seconds, s.total_verdict::varchar as total_verdict, s.total_reason::varchar as total_reason, s.total_ratio, s.total_provisional, s.end_day,
	(select sum(budget_seconds) from sop_step t where t.version = s.version and t.kind = 'step' and t.clock = 'working') as steps_seconds,
	d.data_date
from case_state s
join case_instance c on c.case_id = s.case_id
join unit u on u.unit = s.unit
join process p on p.process = s.process
left join sop_version v on v.version = s.version
left join data_date d on d.unit = s.unit
where s.case_id = $case_id::integer
