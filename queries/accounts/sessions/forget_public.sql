-- Ends a session by the name it has on pages; of one account only, or of any (null).
delete from session where public_id = $public_id::varchar and ($account::integer is null or account = $account::integer)
