-- Which step or milestone each activity is, in every SOP version: by the step that the log names, else by
-- its normalised text or a saved alias.
-- rows: one per version and activity that matches
insert into matched_step
select m.version, m.activity, m.step, t.kind = 'milestone'
from (
	select version, activity, coalesce(min(step) filter (by_reference), min(step)) as step
	from (
		select s.version, a.activity, s.step, true as by_reference
		from every_activity a
		join sop_step s on s.kind <> 'limit' and a.step_ref <> '' and lower(trim(a.step_ref, ' .)')) in (lower(s.no), lower(s.step_id))
		union all
		select n.version, a.activity, n.step, false
		from every_activity a
		join sop_name n on n.name = a.name
	)
	group by version, activity
) m
join sop_step t on t.version = m.version and t.step = m.step
