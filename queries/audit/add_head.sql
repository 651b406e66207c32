-- Sets the head.
insert into audit_head values ($entry::bigint, $hash::varchar)
