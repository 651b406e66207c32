-- The rows of imported files that the evaluations of packages rest on.
-- params: cases — the packages
-- rows: one per package and row
-- not null: case_id, file_name, record, import, sha256
select f.case_id, x.name as file_name, f.record, x.import, x.sha256
from case_fact f
join import_file x on x.file = f.file
where f.case_id in (select unnest($cases::integer[]))
	and (
		f.attributes['indikator_penilaian'] is not null
		or f.attributes['penilaian_kinerja_penyedia'] is not null
		or f.attributes['id_penilaian'] is not null
	)
order by f.case_id, x.import, x.name, f.record
