-- How many cases the running import adds to, and how many of them are new; before its events are in the store.
-- not null: touched, created
select
	count(*) as touched,
	count(*) filter (
		not exists (from event e where e.case_id = t.case_id)
		and not exists (from case_fact f where f.case_id = t.case_id and f.file not in (select file from typed_fact))
	) as created
from (select distinct case_id from touched_case) t
