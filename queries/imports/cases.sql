-- The cases that the rows of an import say anything of, a page at a time, in the order in which the store met them.
-- params: import; after — the last case of the page before, 0 for the first page; most
-- rows: one per case
-- not null: case_id, case_key, unit_code, unit_name, process_title, process_kind, rows
select
	c.case_id,
	c.case_key,
	u.code as unit_code,
	u.name as unit_name,
	p.title as process_title,
	p.kind as process_kind,
	s.state,
	s.events,
	t.rows
from (
	select case_id, count(*) as rows
	from (
		select e.case_id, s.file, s.record
		from event_source s
		join import_file f on f.file = s.file and f.import = $import::integer
		join event e on e.event = s.event
		where e.case_id > $after::integer
		union
		select c.case_id, c.file, c.record
		from case_fact c
		join import_file f on f.file = c.file and f.import = $import::integer
		where c.case_id > $after::integer
	)
	group by case_id
	order by case_id
	limit $most::integer
) t
join case_instance c on c.case_id = t.case_id
join unit u on u.unit = c.unit
join process p on p.process = c.process
left join case_state s on s.case_id = c.case_id
order by c.case_id
