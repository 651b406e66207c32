-- Whether the running change touches any case.
-- rows: one where it does
select case_id from touched_case limit 1
