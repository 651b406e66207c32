-- The suppliers that rows about packages name; a spreadsheet's evaluation is no package.
-- rows: one per package and spelling of a supplier; kind — type of procurement; planned — latest date on which the work
-- was to end, handed — last handover; both null where no row says it
-- not null: case_id, case_key, unit, unit_name, finished, supplier
with named as (
	select distinct
		f.case_id,
		f.attributes['nama_penyedia'] as supplier,
		f.attributes['kd_penyedia'] as code,
		f.attributes['npwp_penyedia'] as tax
	from case_fact f
	where f.attributes['nama_penyedia'] is not null and f.attributes['id_penilaian'] is null
),
described as (
	select
		f.case_id,
		arg_max(f.attributes['jenis_pengadaan'], (f.file, f.record)) as kind,
		arg_max(f.attributes['nama_paket'], (f.file, f.record)) as name
	from case_fact f
	where f.case_id in (select case_id from named)
	group by f.case_id
),
work as (
	select
		e.case_id,
		max(e.completed) filter (a.text = 'Selesai pekerjaan' and e.kind = 3)::date as planned,
		max(e.completed) filter (a.text = 'BAST' and e.kind = 2)::date as handed
	from event e
	join activity a on a.activity = e.activity
	where a.text in ('Selesai pekerjaan', 'BAST') and e.case_id in (select case_id from named)
	group by e.case_id
)
select
	n.case_id,
	i.case_key,
	d.name,
	u.code as unit,
	u.name as unit_name,
	d.kind,
	s.state = 'completed' as finished,
	s.end_day,
	n.supplier,
	n.code,
	n.tax,
	w.planned,
	w.handed
from named n
join case_instance i on i.case_id = n.case_id
join case_state s on s.case_id = n.case_id
join unit u on u.unit = s.unit
left join described d on d.case_id = n.case_id
left join work w on w.case_id = n.case_id
order by n.case_id, n.supplier
