-- What the rows of the import say of their cases.
-- rows: one per row
insert into case_fact
select case_id, file, record, profile, identity, status, stated, stated_at, parent_key, attributes, pulled from typed_fact
