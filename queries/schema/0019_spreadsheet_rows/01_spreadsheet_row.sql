-- The rows of an office's own spreadsheets of evaluations, without drafts, with the package that they speak of: that of the
-- office whose code the evaluation names in the row told last, where only one has it. latest — whether it is that row; code
-- — as that row says it, null where it names none; packages — how many packages of the office have it; package — the only
-- one, else null.
create view spreadsheet_row as
with told as (
	select
		case_id, file, record, pulled, attributes,
		row_number() over (partition by case_id order by coalesce(pulled, '0001-01-01'::timestamp) desc, file desc, record desc) = 1
			as latest
	from case_fact
	where attributes['id_penilaian'] is not null
		and not regexp_matches(lower(coalesce(attributes['status_penilaian'], '')), '^(draf|konsep)')
),
coded as (
	select
		l.case_id,
		any_value(l.code) as code,
		count(t.process)::integer as packages,
		case when count(t.process) = 1 then any_value(p.case_id) filter (t.process is not null) end as package
	from (select case_id, nullif(trim(attributes['kode_paket']), '') as code from told where latest) l
	join case_instance i on i.case_id = l.case_id
	left join case_instance p on p.unit = i.unit and p.case_key = l.code
	left join process t on t.process = p.process and t.kind = 'packages'
	group by l.case_id
)
select t.case_id, t.file, t.record, t.pulled, t.attributes, t.latest, c.code, c.packages, c.package
from told t
join coded c on c.case_id = t.case_id;
