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
)
select
	count(*)::integer as finished,
	(count(*) filter (not t.evaluated))::integer as waiting
from told t
join case_state s on s.case_id = t.case_id
where t.named
	and s.state = 'completed'::state_of_case
	and ($unit::integer is null or s.unit = $unit::integer)
	and ($from::date is null or s.end_day >= $from::date)
	and ($to::date is null or s.end_day <= $to::date)
