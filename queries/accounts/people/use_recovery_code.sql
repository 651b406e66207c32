-- Uses up a recovery code; changes nothing where it is not one, or was used before.
update recovery_code set used_at = $now::timestamp
where account = $account::integer and hash = $hash::varchar and used_at is null
