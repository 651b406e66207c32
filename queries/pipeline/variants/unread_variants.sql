-- The new variants of an SOP, with the step of each activity (null: outside the SOP) and the steps that cost nothing.
-- rows: one per variant
-- not null: variant, version, complete, steps, free
select
	v.variant, v.version, v.complete, v.free,
	coalesce(list(s.step order by u.position) filter (u.activity is not null), []) as steps
from new_variant v
left join unnest(v.activities) with ordinality as u(activity, position) on true
left join matched_step s on s.version = v.version and s.activity = u.activity
where v.version <> 0
group by v.variant, v.version, v.complete, v.free
order by v.variant
