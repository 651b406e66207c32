-- Adds the roles seen for the first time.
-- rows: one per new role
insert into new_role
select (select coalesce(max(role), 0) from every_role) + row_number() over (order by name), name
from (select distinct name from written_name where dictionary = 'role' and name is not null)
where name not in (select name from every_role)
