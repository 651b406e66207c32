-- The steps whose absence costs nothing at any time, for each office that the change touches and each version of its SOP.
-- rows: one per office and version
insert into unit_flow
select p.unit, v.version, coalesce(list(t.step order by t.step) filter (t.optional or s.step is null), [])
from (select distinct unit, process from touched_version) p
join sop_version v on v.process = p.process
join sop_step t on t.version = v.version and t.kind = 'step'
left join (select distinct unit, version, step from shown_step where whole) s
	on s.unit = p.unit and s.version = v.version and s.step = t.step
group by p.unit, v.version
