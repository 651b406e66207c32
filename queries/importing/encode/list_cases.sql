-- The cases of the staged file, as it writes them.
-- params: default_unit — the office of rows that name none
-- rows: one per unit and case as written
insert into written_case
select unit, case_key, coalesce(clean(unit), $default_unit::varchar), clean(case_key)
from (select distinct unit, case_key from staged)
