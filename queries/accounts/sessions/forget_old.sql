-- Ends sessions that nobody used since a moment, or that began before another.
delete from session where seen_at < $idle_before::timestamp or created_at < $begun_before::timestamp
