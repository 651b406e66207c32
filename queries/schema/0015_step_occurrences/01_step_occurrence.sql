-- What coverage is counted over: every measurement, and beside them each occurrence that the SOP required of a completed case
-- and that was not seen although an import of the office shows such steps; of steps without a budget none is. An occurrence that
-- was seen elsewhere in the case, out of its order, is measured there. Not seen is not judged: it belongs to the end of its case.
create view step_occurrence as
select unit, process, version, step, true as seen, basis, verdict, reason, provisional, net, budget, day
from measurement
union all
select d.unit, d.process, d.version, d.step, false, 'none'::basis, 'unmeasured'::verdict, null, false, null, null, d.day
from deviation d
join case_state s on s.case_id = d.case_id and s.state = 'completed'::state_of_case
join sop_step t on t.version = d.version and t.step = d.step and t.clock is not null
where d.kind = 'skipped'::deviation_kind;
