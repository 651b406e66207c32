-- How many cases the rows of each import say anything of.
-- params: imports — their numbers
-- rows: one per import that says anything
-- not null: import, cases
select import, count(distinct case_id) as cases
from (
	select f.import, e.case_id
	from import_file f
	join event_source s on s.file = f.file
	join event e on e.event = s.event
	where list_contains($imports::integer[], f.import)
	union all
	select f.import, c.case_id
	from import_file f
	join case_fact c on c.file = f.file
	where list_contains($imports::integer[], f.import)
)
group by import
