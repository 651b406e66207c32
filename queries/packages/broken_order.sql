-- The packages whose documents of two consecutive stages are dated the wrong way round, the earliest of each.
-- params: as in document_order
-- rows: one per package and pair, the widest first
-- not null: case_id, case_key, earlier, later, earlier_day, later_day, days
with document as (
	select unnest($activity::varchar[]) as text, unnest($place::integer[]) as place
),
dated as (
	select e.case_id, d.place, min(e.completed)::date as day
	from event e
	join activity a on a.activity = e.activity
	join document d on d.text = a.text
	join case_state s on s.case_id = e.case_id
	where e.kind = 2
		and e.completed is not null
		and s.process = $process::integer
		and ($unit::integer is null or s.unit = $unit::integer)
		and ($from::date is null or s.end_day >= $from::date)
		and ($to::date is null or s.end_day <= $to::date)
		and ($state::varchar is null or s.state::varchar = $state::varchar)
	group by e.case_id, d.place
),
pair as (
	select place as earlier, lead(place) over (order by place) as later from (select distinct place from document)
)
select a.case_id, c.case_key, p.earlier, p.later, a.day as earlier_day, b.day as later_day, date_diff('day', b.day, a.day) as days
from pair p
join dated a on a.place = p.earlier
join dated b on b.place = p.later and b.case_id = a.case_id and a.day > b.day
join case_instance c on c.case_id = a.case_id
order by days desc, c.case_key, p.earlier
