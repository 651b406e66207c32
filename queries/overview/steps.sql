-- The steps and service limits of all SOP versions, with whom the SOP makes accountable.
-- rows: one per version and step
-- not null: version, step, process, step_id, no, activity, actors, supplier
select t.version, t.step, p.code as process, t.step_id, t.no, t.activity, t.actors, t.supplier, t.clock
from sop_step t
join sop_version v on v.version = t.version
join process p on p.process = v.process
where t.kind <> 'milestone'
order by p.code, t.version, t.step
