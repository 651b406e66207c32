-- How many rows of each file of the import were the first to state what they state.
-- rows: one per file that was
-- not null: file, records
select file, count(*) as records
from (
	select arg_min(file, (source_order, record)) as file
	from typed_fact t
	where not exists (from case_fact c where c.identity = t.identity and c.case_id = t.case_id)
	group by identity
)
group by file
