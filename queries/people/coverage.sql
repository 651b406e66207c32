-- Of the steps that cases of SOPs went through, how many could be held against a role: by the office's table on that date, or by
-- a role of the log that is the name of an actor; how many name somebody of whom that is not known, and how many nobody.
-- params: unit — null for all
-- rows: one
-- not null: steps, judged, unknown, nobody, wrong
with actor_name as (
	select distinct trim(regexp_replace(lower(unnest(actors)), '[^\p{L}\p{N}]+', ' ', 'g')) as name from sop_step where kind = 'step'
),
named as (
	select p.unit, a.actor, p.valid_from, p.valid_until
	from person_role p
	join actor a on trim(regexp_replace(lower(a.name), '[^\p{L}\p{N}]+', ' ', 'g')) = trim(regexp_replace(lower(p.person), '[^\p{L}\p{N}]+', ' ', 'g'))
),
acted as (
	select
		c.unit, e.actor, e.role, coalesce(e.completed, e.started)::date as day, count(*) as events
	from event e
	join case_state c on c.case_id = e.case_id and c.version <> 0
	join move m on m.variant = c.variant and m.position = e.position and m.kind = 0
	where $unit::varchar is null or c.unit in (select unit from unit where code = $unit::varchar)
	group by all
),
told as (
	select
		a.events, a.actor, a.role,
		a.role in (select r.role from role r where trim(regexp_replace(lower(r.name), '[^\p{L}\p{N}]+', ' ', 'g')) in (select name from actor_name))
			or exists (from named n where n.unit = a.unit and n.actor = a.actor and a.day >= n.valid_from and a.day <= coalesce(n.valid_until, a.day)) as known
	from acted a
)
select
	coalesce(sum(events), 0)::bigint as steps,
	coalesce(sum(events) filter (known), 0)::bigint as judged,
	coalesce(sum(events) filter (not coalesce(known, false) and (actor is not null or role is not null)), 0)::bigint as unknown,
	coalesce(sum(events) filter (actor is null and role is null), 0)::bigint as nobody,
	(
		select count(*) from deviation d join unit u on u.unit = d.unit
		where d.kind = 'wrong_actor' and not d.provisional and ($unit::varchar is null or u.code = $unit::varchar)
	) as wrong
from told
