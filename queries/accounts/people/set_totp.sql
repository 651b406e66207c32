-- Sets the second factor of an account, or takes it away (null).
update account set totp_secret = $secret::varchar, totp_step = $step::bigint where account = $account::integer
