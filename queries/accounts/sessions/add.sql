-- Adds a session.
insert into session values ($hash::varchar, $public_id::varchar, $account::integer, $method::varchar, $now::timestamp, $now::timestamp, $address::varchar, $agent::varchar)
