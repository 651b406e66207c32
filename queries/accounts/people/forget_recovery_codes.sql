-- Takes away the recovery codes of an account.
delete from recovery_code where account = $account::integer
