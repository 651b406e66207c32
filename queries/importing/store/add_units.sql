-- Keeps the offices that the import is the first to name and has cases of.
-- rows: one per new office
insert into unit
from new_unit where unit in (select unit from new_case where case_id in (select case_id from touched_case))
