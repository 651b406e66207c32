-- What running cases and their open steps are called.
-- params: cases — numbers of cases
-- rows: one per case
-- not null: case_id, case_key, process, process_title, unit
select
	s.case_id, c.case_key, p.code as process, p.title as process_title, u.name as unit, u.zone,
	t.no, t.activity, t.actors, t.supplier, d.data_date
from case_state s
join case_instance c on c.case_id = s.case_id
join process p on p.process = s.process
join unit u on u.unit = s.unit
left join data_date d on d.unit = s.unit
left join measurement m on m.case_id = s.case_id and m.basis = 'open'::basis
left join sop_step t on t.version = s.version and t.step = m.step
where s.case_id in (select unnest($cases::integer[]))
