-- Uses a link up; changes nothing where it was used before or has expired.
update one_time_link set used_at = $now::timestamp where hash = $hash::varchar and used_at is null and expires_at > $now::timestamp
