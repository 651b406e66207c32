-- The documents of consecutive stages by their dates, the earliest of each: in how many packages both are there, and
-- in how many the earlier stage's is dated after the later one's.
-- params: unit, from, to, state — null for all; process; activity, place — equally long lists: which documents belong
--   to which place of the funnel
-- rows: one per two places that follow each other among those with documents
-- not null: earlier, later, packages, broken
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
select p.earlier, p.later, count(*) as packages, count(*) filter (a.day > b.day) as broken
from pair p
join dated a on a.place = p.earlier
join dated b on b.place = p.later and b.case_id = a.case_id
group by p.earlier, p.later
order by p.earlier
