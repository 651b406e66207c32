-- The actors and roles of the staged file. A name that the exporter has masked with asterisks names nobody.
-- rows: one per name as written
insert into written_name
select 'actor', actor, case when not regexp_matches(actor, '\*{3}') then clean(actor) end, null from (select distinct actor from staged where actor is not null)
union all
select 'role', role, clean(role), null from (select distinct role from staged where role is not null)
