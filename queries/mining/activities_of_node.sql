-- The activities by which a step of an SOP version is known.
-- params: version, step_id
-- rows: one per activity
-- not null: activity
select a.activity
from activity_step a
join sop_step s on s.version = a.version and s.step = a.step
where a.version = $version::integer and s.step_id = $step_id::varchar
order by a.activity
