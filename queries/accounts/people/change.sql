-- Sets what an administrator decides about an account.
update account
set full_name = $full_name::varchar, role = $role::varchar, all_units = $all_units::boolean, active = $active::boolean
where account = $account::integer
