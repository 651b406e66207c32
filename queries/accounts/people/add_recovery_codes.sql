-- Gives an account recovery codes.
insert into recovery_code select $account::integer, unnest($hashes::varchar[]), null
