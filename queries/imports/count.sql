-- How many imports there are in all, and how many of them are in force.
-- rows: one
-- not null: imports, in_force
select count(*) as imports, count(*) filter (undone_at is null) as in_force from import
