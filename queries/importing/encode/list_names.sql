-- The actors and roles of the staged file.
-- rows: one per name as written
insert into written_name
select 'actor', actor, clean(actor), null from (select distinct actor from staged where actor is not null)
union all
select 'role', role, clean(role), null from (select distinct role from staged where role is not null)
