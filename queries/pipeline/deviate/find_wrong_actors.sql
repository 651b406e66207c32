-- The steps of the judged cases that were done by somebody whose role on that date is known and is none of the step's actors.
-- Known are the roles that the office's table gives the person on that date, and the role that the log writes with the event
-- where it is the name of an actor of some SOP; what is written otherwise is not known, and nobody is accused by it. A step done
-- out of its order, or once more, asks for its actor like any other. Where one of several known roles fits, the actor is right.
-- It rests on the step's actors, and is provisional where these are inferred.
-- rows: one per step occurrence
insert into new_deviation
with actor_name as (
	select version, step, step_id, supplier, actors_provisional, plain_name(unnest(actors)) as name
	from sop_step
	where kind = 'step'
),
known_role as (
	select r.role, r.name, plain_name(r.name) as plain
	from every_role r
	where plain_name(r.name) in (select name from actor_name)
),
known_person as (
	select p.unit, a.actor, p.role as name, plain_name(p.role) as plain, p.valid_from, p.valid_until
	from person_role p
	join every_actor a on plain_name(a.name) = plain_name(p.person)
),
acted as (
	select
		e.case_id, e.event, e.actor, e.role, coalesce(e.completed, e.started)::date as day,
		d.unit, d.process, d.version, m.step, m.occurrence
	from judged_event e
	join decided_case d on d.case_id = e.case_id
	join case_variant w on w.case_id = e.case_id
	join (select reading_place(variant, position) as place, step, occurrence from every_move where kind <> 2 and step is not null) m on m.place = reading_place(w.variant, e.position)
	where d.version <> 0
		and (e.role in (select role from known_role) or e.actor in (select actor from known_person))
),
held as (
	select a.event, a.case_id, r.name, r.plain from acted a join known_role r on r.role = a.role
	union all
	select a.event, a.case_id, p.name, p.plain
	from acted a
	join known_person p on p.unit = a.unit and p.actor = a.actor and a.day >= p.valid_from and a.day <= coalesce(p.valid_until, a.day)
),
judged as (
	select
		h.event, h.case_id,
		string_agg(distinct h.name, ', ' order by h.name) as roles,
		bool_or(n.name is not null) as fits
	from held h
	join acted a on a.event = h.event and a.case_id = h.case_id
	left join actor_name n on n.version = a.version and n.step = a.step and n.name = h.plain
	group by h.event, h.case_id
)
select
	hash(a.unit, a.process, c.case_key, 'wrong_actor', t.step_id, a.occurrence),
	'wrong_actor',
	'pelaksana',
	'sedang',
	'open',
	t.actors_provisional,
	t.supplier,
	a.case_id, a.unit, a.process, a.version, a.step, a.occurrence,
	j.roles,
	a.event,
	null, null, null, null, null, null,
	a.day,
	null, null
from judged j
join acted a on a.event = j.event and a.case_id = j.case_id
join sop_step t on t.version = a.version and t.step = a.step and len(t.actors) > 0
join every_case c on c.case_id = a.case_id
where not j.fits
