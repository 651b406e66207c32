-- The evaluations of suppliers that exports tell of: those of SIKaP, a row per indicator, those that INAPROC nests in
-- a contract, and an office's own spreadsheet, a row per evaluation, whose drafts are left out. The export of INAPROC has
-- no total; the spreadsheet has a date of its own. Of several pulls the last one counts. What a spreadsheet says of a package is
-- told of that package, see spreadsheet_row.
-- params: process, unit, from, to — null for all; the period is that of the end of the package
-- rows: one per package and supplier; scores and comments by indicator; supplier_key — code of the supplier, else the digits of its
-- tax number (of 15 digits with a 0 before them), else its name; code, tax — what the rows say of the supplier; total —
-- the stated one; least_total — where rows of one evaluation state different totals, the lowest; package — the case of the
-- package that a spreadsheet's row joins, whose key, end and name then stand here; scheme — as a spreadsheet names it;
-- import — the one that first told this result, since when no row of it told another: a comment is none; null
-- while that is not over; official — of SIKaP or INAPROC, else of a spreadsheet
-- not null: case_id, case_key, unit, unit_name, scores, official
with told as (
	select
		f.case_id,
		f.attributes['nama_penyedia'] as supplier,
		coalesce(
			f.attributes['kd_penyedia'],
			case length(regexp_replace(f.attributes['npwp_penyedia'], '\D', '', 'g'))
				when 15 then '0' || regexp_replace(f.attributes['npwp_penyedia'], '\D', '', 'g')
				when 16 then regexp_replace(f.attributes['npwp_penyedia'], '\D', '', 'g')
			end,
			lower(f.attributes['nama_penyedia'])
		) as supplier_key,
		f.attributes['kd_penyedia'] as code,
		f.attributes['npwp_penyedia'] as tax,
		f.attributes['indikator_penilaian'] as indicator,
		try_cast(f.attributes['nilai_indikator'] as double) as score,
		try_cast(f.attributes['total_skors'] as double) as total,
		null::varchar as comment,
		null::varchar as scheme,
		true as official,
		f.pulled, f.file, f.record
	from case_fact f
	where f.attributes['indikator_penilaian'] is not null
	union all
	select
		case_id, supplier, supplier_key, code, tax,
		json_extract_string(element, '/indikator_penilaian'),
		try_cast(json_extract_string(element, '/nilai_indikator') as double),
		null,
		null,
		null,
		true,
		pulled, file, record
	from (
		select
			f.case_id,
			f.attributes['nama_penyedia'] as supplier,
			coalesce(f.attributes['kd_penyedia'], lower(f.attributes['nama_penyedia'])) as supplier_key,
			f.attributes['kd_penyedia'] as code,
			f.attributes['npwp_penyedia'] as tax,
			unnest(try_cast(try_cast(f.attributes['penilaian_kinerja_penyedia'] as json) as json[])) as element,
			f.pulled, f.file, f.record
		from case_fact f
		where f.attributes['penilaian_kinerja_penyedia'] is not null
	)
	union all
	select
		case_id, supplier, supplier_key, code, tax,
		substr(entry.key, length('penilaian/') + 1),
		try_cast(entry.value as double),
		try_cast(attributes['total_skors'] as double),
		attributes['komentar/' || substr(entry.key, length('penilaian/') + 1)],
		attributes['skema'],
		false,
		pulled, file, record
	from (
		select
			f.case_id,
			f.attributes['nama_penyedia'] as supplier,
			coalesce(f.attributes['kd_penyedia'], lower(f.attributes['nama_penyedia'])) as supplier_key,
			f.attributes['kd_penyedia'] as code,
			f.attributes['npwp_penyedia'] as tax,
			f.attributes,
			unnest(map_entries(f.attributes)) as entry,
			f.pulled, f.file, f.record
		from spreadsheet_row f
	)
	where starts_with(entry.key, 'penilaian/')
),
rated as (
	select e.case_id, max(e.completed)::date as day
	from event e
	join activity a on a.activity = e.activity
	where a.text = 'Penilaian penyedia' and e.case_id in (select case_id from told)
	group by e.case_id
),
joined as (
	select s.case_id, s.package, p.case_key as package_key
	from spreadsheet_row s
	join case_instance p on p.case_id = s.package
	where s.latest
),
named as (
	select case_id, arg_max(attributes['nama_paket'], (file, record)) as name
	from case_fact
	where case_id in (select case_id from told) or case_id in (select package from joined)
	group by case_id
),
numbered as (
	select
		t.*,
		x.import,
		row_number() over telling as nth,
		lag(t.score) over telling is distinct from t.score
			or lag(t.total) over telling is distinct from t.total
			or lag(t.scheme) over telling is distinct from t.scheme as other
	from told t
	left join import_file x on x.file = t.file
	where t.indicator is not null
	window telling as (
		partition by t.case_id, t.supplier_key, t.official, t.indicator
		order by coalesce(t.pulled, '0001-01-01'::timestamp), t.file, t.record
	)
),
-- since — where what is told last was told first, after anything else
settled as (
	select *, max(nth) filter (other) over (partition by case_id, supplier_key, official, indicator) as since
	from numbered
),
latest as (
	select
		case_id, supplier_key, official, indicator,
		arg_max(supplier, nth) as supplier,
		max(code) as code,
		max(tax) as tax,
		arg_max(scheme, nth) as scheme,
		min(import) filter (nth >= coalesce(since, 1)) as import,
		arg_max(comment, nth) as comment,
		arg_max(score, nth) as score,
		arg_max(total, nth) as total
	from settled
	group by case_id, supplier_key, official, indicator
)
select
	l.case_id,
	j.package,
	coalesce(j.package_key, i.case_key) as case_key,
	d.name,
	u.code as unit,
	u.name as unit_name,
	case when j.package is null then coalesce(r.day, s.end_day) else coalesce(s.end_day, r.day) end as end_day,
	l.supplier_key,
	max(l.supplier) as supplier,
	max(l.code) as code,
	max(l.tax) as tax,
	map_from_entries(list((l.indicator, l.score) order by l.indicator)) as scores,
	map_from_entries(list((l.indicator, l.comment) order by l.indicator) filter (l.comment <> '')) as comments,
	max(l.total) as total,
	min(l.total) as least_total,
	max(l.scheme) as scheme,
	case when bool_and(l.import is not null) then max(l.import) end as import,
	l.official
from latest l
join case_instance i on i.case_id = l.case_id
left join joined j on j.case_id = l.case_id
join case_state s on s.case_id = coalesce(j.package, l.case_id)
join unit u on u.unit = s.unit
left join named d on d.case_id = coalesce(j.package, l.case_id)
left join rated r on r.case_id = l.case_id
where ($process::integer is null or s.process = $process::integer)
	and ($unit::integer is null or s.unit = $unit::integer)
	and ($from::date is null or case when j.package is null then coalesce(r.day, s.end_day) else coalesce(s.end_day, r.day) end >= $from::date)
	and ($to::date is null or case when j.package is null then coalesce(r.day, s.end_day) else coalesce(s.end_day, r.day) end <= $to::date)
group by l.case_id, j.package, j.package_key, i.case_key, d.name, u.code, u.name, s.end_day, r.day, l.supplier_key, l.official
order by coalesce(j.package_key, i.case_key), l.supplier_key, l.official desc, l.case_id
