-- Who acts in the logs of offices without being in their table of persons, most events first; supplier firms among them.
-- params: unit — null for all; most — how many rows
-- rows: one per office and person
-- not null: unit, unit_name, person, events, first_day, last_day
select u.code as unit, u.name as unit_name, a.name as person, count(*) as events,
	min(coalesce(e.completed, e.started))::date as first_day,
	max(coalesce(e.completed, e.started))::date as last_day
from event e
join case_state c on c.case_id = e.case_id and c.version <> 0
join unit u on u.unit = c.unit
join actor a on a.actor = e.actor
where e.position is not null
	and ($unit::varchar is null or u.code = $unit::varchar)
	and not exists (
		from person_role p
		where p.unit = c.unit and trim(regexp_replace(lower(p.person), '[^\p{L}\p{N}]+', ' ', 'g')) = trim(regexp_replace(lower(a.name), '[^\p{L}\p{N}]+', ' ', 'g'))
	)
group by all
order by events desc, person
limit $most::integer
