-- Takes away the cases of which nothing is said.
delete from case_instance c
where not exists (from event e where e.case_id = c.case_id) and not exists (from case_fact f where f.case_id = c.case_id)
