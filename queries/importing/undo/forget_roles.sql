-- Takes away the roles that no event has.
delete from role where role not in (select role from event where role is not null)
