-- Keeps the roles that the import is the first to have events of.
-- rows: one per new role
insert into role
from new_role where role in (select role from judged_event where role is not null)
