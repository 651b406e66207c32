-- The evaluations of an office's own spreadsheets, each as the row told last says it, with how many packages of the office have
-- the code that it names; drafts are left out, see spreadsheet_row.
-- params: unit — null for all
-- rows: one per evaluation; code — null where it names none; packages — those with its code
-- not null: case_id, file, file_name, record, import, unit_name, packages
select
	s.case_id,
	x.file,
	x.name as file_name,
	s.record,
	x.import,
	u.name as unit_name,
	s.attributes['nama_paket'] as name,
	s.attributes['nama_penyedia'] as supplier,
	s.attributes['skema'] as scheme,
	s.code,
	s.packages
from spreadsheet_row s
join case_instance i on i.case_id = s.case_id
join unit u on u.unit = i.unit
join import_file x on x.file = s.file
where s.latest
	and ($unit::integer is null or i.unit = $unit::integer)
order by x.import, x.name, s.record
