-- The variants of the cases of a process that a version judges.
-- params: process; version — 0 for cases that none judges
-- rows: one per variant
-- not null: variant
select distinct variant from case_state where process = $process::integer and version = $version::integer order by variant
