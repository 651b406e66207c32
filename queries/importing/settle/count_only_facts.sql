-- How many rows of each file said something new of a case without saying an event.
-- rows: one per file with such rows
-- not null: file, records
select t.file, count(*) as records
from typed_fact t
where not exists (from typed_event e where e.file = t.file and e.record = t.record)
	and not exists (from case_fact c where c.identity = t.identity and c.case_id = t.case_id)
	and not exists (from typed_fact o where o.identity = t.identity and (o.source_order, o.record) < (t.source_order, t.record))
group by t.file
