-- The next free number of a process.
-- not null: process
select coalesce(max(process), 0) + 1 as process from process
