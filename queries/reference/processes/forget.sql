-- Takes a process away.
-- params: process
delete from process where process = $process::integer
