-- The steps of an SOP version that a map can show, with the steps that the SOP leads on to.
-- params: version
-- rows: one per step, in the order of the document
-- not null: step, step_id, no, activity, is_start, is_end, targets
select
	s.step, s.step_id, s.no, s.activity, s.is_start, s.is_end,
	coalesce((select list(e.target order by e.target) from sop_edge e where e.version = s.version and e.source = s.step), []::integer[]) as targets
from sop_step s
where s.version = $version::integer and s.kind = 'step'
order by s.step
