-- An office that nobody has confirmed is called what the first import in force calls it, else by its code.
update unit set name = n.name
from (
	select u.unit, coalesce(arg_min(f.attributes['unit_name'], (i.import, i.source_order, f.record)), any_value(u.code)) as name
	from unit u
	left join case_instance c on c.unit = u.unit
	left join case_fact f on f.case_id = c.case_id and f.attributes['unit_name'] is not null
	left join import_file i on i.file = f.file
	where not u.confirmed and not u.sample
	group by u.unit
) n
where unit.unit = n.unit and unit.name <> n.name
