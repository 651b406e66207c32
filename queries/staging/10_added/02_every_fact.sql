-- What rows say of cases, those of the running import included, with the order of imports and of their files.
create or replace temp view every_fact as
select f.case_id, f.status, f.stated_at, i.import, i.source_order, f.record
from case_fact f
join import_file i on i.file = f.file
union all
select case_id, status, stated_at, (select coalesce(max(import), 0) + 1 from import), source_order, record
from typed_fact;
