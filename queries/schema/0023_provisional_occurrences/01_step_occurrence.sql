-- As 0015, without what nobody has confirmed: a step whose absence rests on an inferred way is not required yet.
create or replace view step_occurrence as
select unit, process, version, step, true as seen, basis, verdict, reason, provisional, net, budget, day
from measurement
union all
select d.unit, d.process, d.version, d.step, false, 'none'::basis, 'unmeasured'::verdict, null, false, null, null, d.day
from deviation d
join case_state s on s.case_id = d.case_id and s.state = 'completed'::state_of_case
join sop_step t on t.version = d.version and t.step = d.step and t.clock is not null
where d.kind = 'skipped'::deviation_kind and not d.provisional;
