-- Revokes all tokens of an account.
update access_token set revoked_at = $now::timestamp where account = $account::integer and revoked_at is null
