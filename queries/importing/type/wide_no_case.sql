-- Sets aside the rows of a wide file that name no case.
-- params: file, the file's own name of the case column
-- rows: one per such row
insert into staged_reject
select $file::integer, record, true, $case_column::varchar, null, 'no_case'
from staged
where clean(case_key) is null
