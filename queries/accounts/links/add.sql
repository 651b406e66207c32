-- Adds a link.
insert into one_time_link values ($hash::varchar, $purpose::varchar, $account::integer, $now::timestamp, $expires_at::timestamp, null)
