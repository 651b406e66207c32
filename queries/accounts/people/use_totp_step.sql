-- Marks the time step of a code as used; changes nothing where it, or a later one, was used already.
update account set totp_step = $step::bigint
where account = $account::integer and (totp_step is null or totp_step < $step::bigint)
