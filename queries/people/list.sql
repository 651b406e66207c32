-- The roles of persons by office and name, with how many events of the office's logs the person acted in.
-- params: unit — null for all
-- rows: one per entry
-- not null: entry, unit, unit_name, person, role, valid_from, added_by
with listed as (
	select distinct a.actor, p.unit, trim(regexp_replace(lower(a.name), '[^\p{L}\p{N}]+', ' ', 'g')) as name
	from actor a
	join person_role p on trim(regexp_replace(lower(p.person), '[^\p{L}\p{N}]+', ' ', 'g')) = trim(regexp_replace(lower(a.name), '[^\p{L}\p{N}]+', ' ', 'g'))
),
acted as (
	select c.unit, e.actor, count(*) as events
	from event e
	join case_instance c on c.case_id = e.case_id
	where e.position is not null and e.actor in (select actor from listed)
	group by c.unit, e.actor
),
counted as (
	select l.unit, l.name, sum(e.events)::integer as events
	from listed l
	join acted e on e.unit = l.unit and e.actor = l.actor
	group by l.unit, l.name
)
select
	p.entry, u.code as unit, u.name as unit_name, p.person, p.role, p.valid_from, p.valid_until, p.added_by,
	coalesce(e.events, 0) as events
from person_role p
join unit u on u.unit = p.unit
left join counted e on e.unit = p.unit and e.name = trim(regexp_replace(lower(p.person), '[^\p{L}\p{N}]+', ' ', 'g'))
where $unit::varchar is null or u.code = $unit::varchar
order by u.name, p.person, p.valid_from, p.entry
