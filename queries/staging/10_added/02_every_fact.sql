-- What rows say of cases, those of the running import included, with the order of imports and of their files. said is
-- when a row was pulled, else when it was imported: nothing was imported later than what is being imported.
create or replace temp view every_fact as
select f.case_id, f.status, f.stated_at, coalesce(f.pulled, i.imported_at) as said, f.file, x.import, x.source_order, f.record
from case_fact f
join import_file x on x.file = f.file
join import i on i.import = x.import
union all
select case_id, status, stated_at, coalesce(pulled, '9999-01-01'::timestamp), file, (select coalesce(max(import), 0) + 1 from import), source_order, record
from typed_fact;
