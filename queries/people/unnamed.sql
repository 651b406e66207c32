-- Who acts in the logs of offices without being in their table of persons, most events first; supplier firms among them.
-- params: unit — null for all; most — how many rows
-- rows: one per office and person
-- not null: unit, unit_name, person, events, first_day, last_day
with acted as (
	select c.unit, e.actor, count(*) as events, min(e.happened) as first, max(e.happened) as last
	from (select case_id, actor, coalesce(completed, started) as happened from event where actor is not null and position is not null) e
	join case_state c on c.case_id = e.case_id and c.version <> 0
	group by c.unit, e.actor
)
select u.code as unit, u.name as unit_name, a.name as person, t.events, t.first::date as first_day, t.last::date as last_day
from acted t
join unit u on u.unit = t.unit
join actor a on a.actor = t.actor
where ($unit::varchar is null or u.code = $unit::varchar)
	and not exists (
		from person_role p
		where p.unit = t.unit and trim(regexp_replace(lower(p.person), '[^\p{L}\p{N}]+', ' ', 'g')) = trim(regexp_replace(lower(a.name), '[^\p{L}\p{N}]+', ' ', 'g'))
	)
order by t.events desc, a.name, u.name
limit $most::integer
