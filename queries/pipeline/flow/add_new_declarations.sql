-- What the files of the running import declare to show, for the offices whose events they give.
-- rows: one per office, process and activity
insert into declared_activity
select distinct v.unit, d.process, d.name
from new_declaration d
join new_event e on e.source_order = d.source_order
join touched_version v on v.case_id = e.case_id
where v.process = d.process
