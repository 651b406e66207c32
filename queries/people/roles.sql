-- The actors that SOPs of the catalogue name.
-- rows: one per name
-- not null: role
select distinct unnest(actors) as role from sop_step where kind = 'step' order by role
