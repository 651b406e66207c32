-- The variants of an SOP that have no moves yet, with the step of each activity (null: outside the SOP).
-- rows: one per variant
-- not null: variant, version, complete, steps
select v.variant, v.version, v.complete, list(s.step order by u.position) as steps
from every_variant v
cross join unnest(v.activities) with ordinality as u(activity, position)
left join matched_step s on s.version = v.version and s.activity = u.activity
where v.version <> 0 and v.variant not in (select variant from every_move)
group by v.variant, v.version, v.complete
order by v.variant
