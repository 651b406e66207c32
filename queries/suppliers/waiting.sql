-- How many finished packages of named suppliers have no evaluation.
-- params: unit, from, to — null for all; the period is that of the end of the package
-- rows: one
-- not null: finished, waiting
with told as (
	select
		case_id,
		bool_or(attributes['nama_penyedia'] is not null) as named,
		bool_or(attributes['indikator_penilaian'] is not null or attributes['penilaian_kinerja_penyedia'] is not null) as evaluated
	from case_fact
	group by case_id
),
-- As a spreadsheet tells of a package by its code, see queries/packages/evaluations.sql.
sheets as (
	select any_value(p.case_id) as case_id
	from case_fact f
	join case_instance i on i.case_id = f.case_id
	join case_instance p on p.unit = i.unit and p.case_key = trim(f.attributes['kode_paket'])
	join process t on t.process = p.process and t.kind = 'packages'
	where f.attributes['id_penilaian'] is not null
		and not regexp_matches(lower(coalesce(f.attributes['status_penilaian'], '')), '^(draf|konsep)')
	group by f.case_id
	having count(distinct p.case_id) = 1
)
select
	count(*)::integer as finished,
	(count(*) filter (not t.evaluated and t.case_id not in (select case_id from sheets)))::integer as waiting
from told t
join case_state s on s.case_id = t.case_id
where t.named
	and s.state = 'completed'::state_of_case
	and ($unit::integer is null or s.unit = $unit::integer)
	and ($from::date is null or s.end_day >= $from::date)
	and ($to::date is null or s.end_day <= $to::date)
