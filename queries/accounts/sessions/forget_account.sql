-- Ends all sessions of an account but one; all of them where that is null.
delete from session where account = $account::integer and ($except::varchar is null or hash <> $except::varchar)
