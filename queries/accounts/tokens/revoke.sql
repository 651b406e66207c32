-- Revokes a token; of one account only, or of any (null).
update access_token set revoked_at = $now::timestamp
where token = $token::integer and revoked_at is null and ($account::integer is null or account = $account::integer)
