-- The offices that an import says anything of.
-- rows: one per office
-- not null: code
with own as (select file from import_file where import = $import::integer)
select u.code
from (
	select c.unit from event_source s join own f on f.file = s.file join event e on e.event = s.event join case_instance c on c.case_id = e.case_id
	union
	select c.unit from case_fact x join own f on f.file = x.file join case_instance c on c.case_id = x.case_id
) s
join unit u on u.unit = s.unit
union
-- A file of which nothing was used still tells of the office that it was sent for.
select default_unit as code from import_file where import = $import::integer and default_unit is not null and used = 0 and duplicates = 0
order by code
