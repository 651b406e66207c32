-- Holds an account to offices.
insert into account_unit select $account::integer, unnest($units::varchar[])
