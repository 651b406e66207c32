-- The rows of imported files that the evaluations of packages rest on, with those of an office's spreadsheet that speak of the
-- package, see spreadsheet_row.
-- params: cases — the packages
-- rows: one per package and row
-- not null: case_id, file, file_name, record, import, sha256
with told as (
	select case_id, file, record
	from case_fact
	where case_id in (select unnest($cases::integer[]))
		and (attributes['indikator_penilaian'] is not null or attributes['penilaian_kinerja_penyedia'] is not null)
	union all
	select coalesce(package, case_id), file, record
	from spreadsheet_row
	where coalesce(package, case_id) in (select unnest($cases::integer[]))
)
select t.case_id, x.file, x.name as file_name, t.record, x.import, x.sha256
from told t
join import_file x on x.file = t.file
order by t.case_id, x.import, x.name, t.record
