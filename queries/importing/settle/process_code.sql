-- The code of a process.
-- params: process
-- rows: one
-- not null: code
select code from process where process = $process::integer
