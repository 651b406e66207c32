-- How many cases the running import adds to, and how many of them are new.
-- not null: touched, created
select count(*) as touched, count(*) filter (case_id in (select case_id from new_case)) as created
from (select distinct case_id from touched_case)
