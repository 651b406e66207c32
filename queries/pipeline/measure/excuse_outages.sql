-- Takes outages out of what was used, for SOPs that warn that their times cannot be met while the network or
-- SPSE is down: office seconds lost (or whole working days, for day budgets). Late gross but on time net is
-- excused.
-- rows: one per measurement that an outage touches
update new_measurement
set
	net = x.net,
	verdict = case when new_measurement.verdict = 'late' and x.net <= new_measurement.budget then 'excused' else new_measurement.verdict end
from (
	select
		m.case_id, m.step, m.occurrence, m.basis, m.event,
		m.gross - case when t.clock = 'workday' then (
			select count(*) from outage_lost_day l
			where l.unit = m.unit and l.day > s.since::date and l.day <= s.till::date
		) else (
			select coalesce(sum(o.working_ended - o.working_started - greatest(0, s.working_since - o.working_started) - greatest(0, o.working_ended - s.working_till)), 0)
			from outage_span o
			where o.unit = m.unit and o.working_started < s.working_till and o.working_ended > s.working_since
		) end as net
	from new_measurement m
	join decided_case d on d.case_id = m.case_id and d.warns_outage
	join sop_step t on t.version = m.version and t.step = m.step and t.clock in ('working', 'workday')
	left join judged_event e on e.event = m.event and e.case_id = m.case_id
	left join judged_event p on p.event = m.from_event and p.case_id = m.case_id
	left join calendar_day u on u.calendar = d.calendar and u.day = d.open_until::date
	cross join lateral (
		select
			coalesce(p.completed, e.started) as since,
			coalesce(p.working_completed, e.working_started) as working_since,
			case when m.basis = 'open' then d.open_until else e.completed end as till,
			case when m.basis = 'open'
				then u.working_base + office_seconds(second_of_day(d.open_until), u.slot1_start, u.slot1_end, u.slot2_start, u.slot2_end, u.slot3_start, u.slot3_end)
				else e.working_completed
			end as working_till
	) s
	where m.verdict in ('on_time', 'late')
		and m.unit in (select unit from outage_span)
) x
where new_measurement.case_id = x.case_id
	and new_measurement.step = x.step
	and new_measurement.occurrence = x.occurrence
	and new_measurement.basis = x.basis
	and new_measurement.event is not distinct from x.event
	and x.net < new_measurement.gross
