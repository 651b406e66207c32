-- Ends the session with this hash.
delete from session where hash = $hash::varchar
