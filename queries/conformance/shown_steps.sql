-- Which steps of an SOP version the log of an office shows at all: an import that declares nothing can show the steps
-- that occur in it, and no other can be found missing.
-- rows: one per office, version and step that occurs
-- not null: unit, version, step
select distinct s.unit, s.version, x.step
from (select distinct unit, version, variant from case_state where version <> 0) s
join variant v on v.variant = s.variant
cross join unnest(v.activities) as u(activity)
join activity_step x on x.version = s.version and x.activity = u.activity
