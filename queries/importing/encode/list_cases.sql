-- The cases of the staged file, as it writes them.
-- params: default_unit — the office of rows that name none; codes — whether cases and offices are told by codes, which a
-- spreadsheet may have written as numbers
-- rows: one per unit and case as written
insert into written_case
select
	unit,
	case_key,
	coalesce(case when $codes::boolean then plain_code(clean(unit)) else clean(unit) end, $default_unit::varchar),
	case when $codes::boolean then plain_code(clean(case_key)) else clean(case_key) end
from (select distinct unit, case_key from staged)
