-- Notes that a token was used.
update access_token set used_at = $now::timestamp where token = $token::integer
