-- Schedules that were imported before pictures were kept: they are as of their import.
insert into snapshot_row
select
	e.case_id,
	coalesce(d.attributes['kd_akt'], a.step_ref),
	i.imported_at + to_hours(case u.zone when 'Asia/Makassar' then 8 when 'Asia/Jayapura' then 9 else 7 end),
	s.file,
	s.record,
	e.event,
	null
from event e
join activity a on a.activity = e.activity and a.step_ref <> ''
join event_source s on s.event = e.event
join import_file f on f.file = s.file and f.profile in ('spse-tender-jadwal', 'spse-nontender-jadwal')
join import i on i.import = f.import
join case_instance c on c.case_id = e.case_id
join unit u on u.unit = c.unit
left join event_detail d on d.event = e.event
where e.kind = 3
