-- How many recovery codes an account has left.
-- rows: one
-- not null: unused
select count(*) as unused from recovery_code where account = $account::integer and used_at is null
