-- Sets the password of an account.
update account set password_hash = $password_hash::varchar, password_at = $now::timestamp where account = $account::integer
