-- Takes away the offices that an account is held to.
delete from account_unit where account = $account::integer
