-- What the events of each judged case come to: first and last times, service time, the fingerprint of the
-- sequence (its entries as in variant), and the position of the last step event.
-- rows: one per judged case that has events
insert into case_summary
select
	e.case_id,
	count(*) filter (e.kind <> 3)::integer,
	min(e.started) filter (e.kind <> 3),
	min(e.working_started) filter (e.kind <> 3),
	min(e.completed) filter (e.kind <> 3),
	min(e.working_completed) filter (e.kind <> 3),
	max(e.completed) filter (e.kind <> 3),
	max(e.working_completed) filter (e.kind <> 3),
	max(coalesce(e.completed, e.started)) filter (e.kind <> 3),
	count(*) filter (e.position is not null and (e.working_started is null or e.working_completed is null or crosses_uncovered(e.working_completed - e.working_started) or e.working_completed = e.working_started and e.completed > e.started)),
	sum(e.working_completed - e.working_started) filter (e.position is not null and not crosses_uncovered(e.working_completed - e.working_started))::bigint,
	coalesce(sum(hash(e.position, coalesce(s.step, -1 - e.activity))::hugeint) filter (e.position is not null), 0),
	coalesce(bit_xor(hash(coalesce(s.step, -1 - e.activity), e.position)) filter (e.position is not null), 0),
	max(e.position) filter (s.step is not null)
from judged_event e
join judged_case j on j.case_id = e.case_id
left join matched_step s on s.version = j.version and s.activity = e.activity
group by e.case_id
