-- Notes that a session was used.
update session set seen_at = $now::timestamp where hash = $hash::varchar
