-- The roles of persons by office and name, with how many events of the office's logs the person acted in.
-- params: unit — null for all
-- rows: one per entry
-- not null: entry, unit, unit_name, person, role, valid_from, added_by
with acted as (
	select c.unit, trim(regexp_replace(lower(a.name), '[^\p{L}\p{N}]+', ' ', 'g')) as name, sum(e.events)::integer as events
	from (select case_id, actor, count(*) as events from event where actor is not null and position is not null group by case_id, actor) e
	join case_instance c on c.case_id = e.case_id
	join actor a on a.actor = e.actor
	where $unit::varchar is null or c.unit in (select unit from unit where code = $unit::varchar)
	group by c.unit, name
)
select
	p.entry, u.code as unit, u.name as unit_name, p.person, p.role, p.valid_from, p.valid_until, p.added_by,
	coalesce(e.events, 0) as events
from person_role p
join unit u on u.unit = p.unit
left join acted e on e.unit = p.unit and e.name = trim(regexp_replace(lower(p.person), '[^\p{L}\p{N}]+', ' ', 'g'))
where $unit::varchar is null or u.code = $unit::varchar
order by u.name, p.person, p.valid_from, p.entry
