-- Takes back the links of an account, or those for the first account (null).
delete from one_time_link where account is not distinct from $account::integer
