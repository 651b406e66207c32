-- The cases that the rows of an import say anything of, a page at a time, in the order in which the store met them.
-- params: import; after — the last case of the page before, 0 for the first page; most
-- rows: one per case
-- not null: case_id, case_key, unit_code, unit_name, process_title, process_kind, rows
with
	own_files as (select file from import_file where import = $import::integer),
	shown as (
		select case_id
		from (
			select e.case_id
			from event_source s
			join own_files f on f.file = s.file
			join event e on e.event = s.event
			where e.case_id > $after::integer
			union all
			select c.case_id
			from case_fact c
			join own_files f on f.file = c.file
			where c.case_id > $after::integer
		)
		group by case_id
		order by case_id
		limit $most::integer
	),
	said as (
		select case_id, count(*) as rows
		from (
			select e.case_id, s.file, s.record
			from shown t
			join event e on e.case_id = t.case_id
			join event_source s on s.event = e.event
			join own_files f on f.file = s.file
			union
			select c.case_id, c.file, c.record
			from shown t
			join case_fact c on c.case_id = t.case_id
			join own_files f on f.file = c.file
		)
		group by case_id
	)
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
from said t
join case_instance c on c.case_id = t.case_id
join unit u on u.unit = c.unit
join process p on p.process = c.process
left join case_state s on s.case_id = c.case_id
order by c.case_id
