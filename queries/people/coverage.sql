-- Of the steps that cases of SOPs went through, how many could be held against a role: by the office's table on that date, or by
-- a role of the log that is the name of an actor; how many name somebody of whom that is not known, and how many nobody.
-- params: unit — null for all
-- rows: one
-- not null: steps, judged, unknown, nobody, wrong
with known_role as (
	select role
	from role
	where trim(regexp_replace(lower(name), '[^\p{L}\p{N}]+', ' ', 'g')) in (
		select trim(regexp_replace(lower(unnest(actors)), '[^\p{L}\p{N}]+', ' ', 'g')) from sop_step where kind = 'step'
	)
),
named as (
	select p.unit, a.actor, p.valid_from, p.valid_until
	from person_role p
	join actor a on trim(regexp_replace(lower(a.name), '[^\p{L}\p{N}]+', ' ', 'g')) = trim(regexp_replace(lower(p.person), '[^\p{L}\p{N}]+', ' ', 'g'))
),
acted as (
	select c.unit, e.actor, e.role, e.day, count(*) as events
	from (
		select
			case_id, position, actor, role,
			-- The date matters of those alone who stand in a table.
			case when actor in (select actor from named) then coalesce(completed, started)::date end as day
		from event
		where position is not null
	) e
	join case_state c on c.case_id = e.case_id and c.version <> 0
	join (select variant, position from move where kind = 0) m on m.variant = c.variant and m.position = e.position
	group by all
),
dated as (
	select distinct a.unit, a.actor, a.day
	from acted a
	join named n on n.unit = a.unit and n.actor = a.actor and a.day >= n.valid_from and a.day <= coalesce(n.valid_until, a.day)
),
told as (
	select
		a.events,
		a.actor is null and a.role is null as nobody,
		r.role is not null or d.actor is not null as known
	from acted a
	left join known_role r on r.role = a.role
	left join dated d on d.unit = a.unit and d.actor = a.actor and d.day = a.day
	where $unit::varchar is null or a.unit in (select unit from unit where code = $unit::varchar)
)
select
	coalesce(sum(events), 0)::bigint as steps,
	coalesce(sum(events) filter (known), 0)::bigint as judged,
	coalesce(sum(events) filter (not known and not nobody), 0)::bigint as unknown,
	coalesce(sum(events) filter (nobody), 0)::bigint as nobody,
	(
		select count(*) from deviation d join unit u on u.unit = d.unit
		where d.kind = 'wrong_actor'::deviation_kind and not d.provisional and ($unit::varchar is null or u.code = $unit::varchar)
	) as wrong
from told
