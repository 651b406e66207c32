-- The offices of which an import says anything.
-- params: import
-- rows: one per office
-- not null: unit, code, name, confirmed, cases
select u.unit, u.code, u.name, u.confirmed, count(*) as cases
from (
	select e.case_id from event_source s join import_file f on f.file = s.file and f.import = $import::integer join event e on e.event = s.event
	union
	select c.case_id from case_fact c join import_file f on f.file = c.file and f.import = $import::integer
) t
join case_instance c on c.case_id = t.case_id
join unit u on u.unit = c.unit
group by u.unit, u.code, u.name, u.confirmed
order by u.code
