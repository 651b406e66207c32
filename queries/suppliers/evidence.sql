-- The rows of imported files that the evaluations of packages rest on, with those of an office's spreadsheet that name the
-- package by its code, see queries/packages/evaluations.sql.
-- params: cases — the packages
-- rows: one per package and row
-- not null: case_id, file_name, record, import, sha256
with joined as (
	select f.case_id, any_value(p.case_id) as package
	from case_fact f
	join case_instance i on i.case_id = f.case_id
	join case_instance p on p.unit = i.unit and p.case_key = trim(f.attributes['kode_paket'])
	join process t on t.process = p.process and t.kind = 'packages'
	where f.attributes['id_penilaian'] is not null
		and not regexp_matches(lower(coalesce(f.attributes['status_penilaian'], '')), '^(draf|konsep)')
	group by f.case_id
	having count(distinct p.case_id) = 1
)
select coalesce(j.package, f.case_id) as case_id, x.name as file_name, f.record, x.import, x.sha256
from case_fact f
join import_file x on x.file = f.file
left join joined j on j.case_id = f.case_id
where coalesce(j.package, f.case_id) in (select unnest($cases::integer[]))
	and (
		f.attributes['indikator_penilaian'] is not null
		or f.attributes['penilaian_kinerja_penyedia'] is not null
		or f.attributes['id_penilaian'] is not null
	)
order by 1, x.import, x.name, f.record
