-- The steps and service limits of all SOP versions, with whom the SOP makes accountable.
-- rows: one per version and step; rank — of the versions of an SOP, the one that comes into force last the highest
-- not null: version, rank, step, process, step_id, no, activity, actors, supplier
select t.version, v.rank, t.step, p.code as process, t.step_id, t.no, t.activity, t.actors, t.supplier, t.clock
from sop_step t
join (
	select version, process, row_number() over (partition by process order by effective_from nulls first)::integer as rank from sop_version
) v on v.version = t.version
join process p on p.process = v.process
where t.kind <> 'milestone'
order by p.code, v.rank, t.step
