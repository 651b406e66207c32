-- How many accounts there are.
-- rows: one
-- not null: accounts, admins
select count(*) as accounts, count(*) filter (role = 'admin' and active) as admins from account
