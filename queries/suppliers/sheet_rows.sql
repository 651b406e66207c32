-- The rows of an office's own spreadsheets of evaluations, with how many packages of the office have the code that they name;
-- drafts are left out.
-- params: unit — null for all
-- rows: one per row of a file; code — null where it names none; packages — those with its code
-- not null: case_id, file_name, record, import, unit_name, packages
select
	f.case_id,
	x.name as file_name,
	f.record,
	x.import,
	u.name as unit_name,
	f.attributes['id_penilaian'] as number,
	f.attributes['nama_paket'] as name,
	f.attributes['nama_penyedia'] as supplier,
	f.attributes['skema'] as scheme,
	nullif(trim(f.attributes['kode_paket']), '') as code,
	(
		select count(*)::integer
		from case_instance p
		join process t on t.process = p.process and t.kind = 'packages'
		where p.unit = i.unit and p.case_key = trim(f.attributes['kode_paket'])
	) as packages
from case_fact f
join case_instance i on i.case_id = f.case_id
join unit u on u.unit = i.unit
join import_file x on x.file = f.file
where f.attributes['id_penilaian'] is not null
	and not regexp_matches(lower(coalesce(f.attributes['status_penilaian'], '')), '^(draf|konsep)')
	and ($unit::integer is null or i.unit = $unit::integer)
order by x.import, x.name, f.record
