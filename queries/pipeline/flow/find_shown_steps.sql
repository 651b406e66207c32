-- From when to when the imports of each office that the change touches can show each step of its SOP. A file can show what it
-- declares and what occurs in it, for the time of its events. Files that are read alike are one log that goes on: what those
-- before and after one show, it can show too. Between two files nothing is known to have happened, so no step is unseen there.
-- rows: one per office, SOP version, step and unbroken time
insert into shown_step
with ranged as (
	select unit, process, file, kind, min(first_day) as first_day, max(last_day) as last_day
	from every_shown_activity
	where (unit, process) in (select distinct unit, process from touched_version)
	group by unit, process, file, kind
),
parted as (
	select *, sum(apart) over (partition by unit, process order by first_day, last_day, file) as island
	from (
		select *, coalesce(first_day > max(last_day) over (partition by unit, process order by first_day, last_day, file rows between unbounded preceding and 1 preceding), false)::integer as apart
		from ranged
	)
),
island as (
	select
		unit, process, island,
		max(last_day) as last_day,
		lead(min(first_day)) over (partition by unit, process order by island) as next_day
	from parted
	group by unit, process, island
),
spoken as (
	select
		p.unit, p.process, p.file, p.kind, p.first_day,
		case when p.last_day = i.last_day and i.next_day is not null then i.next_day - 1 else p.last_day end as last_day
	from parted p
	join island i on i.unit = p.unit and i.process = p.process and i.island = p.island
),
told as (
	select f.file, f.unit, v.version, unnest(coalesce(m.choices, [m.step])) as step
	from every_shown_activity f
	join sop_version v on v.process = f.process
	join matched_step m on m.version = v.version and m.activity = f.activity
	union
	select f.file, f.unit, v.version, n.step
	from spoken f
	join declared_name d on d.file = f.file
	join sop_version v on v.process = f.process
	join sop_name n on n.version = v.version and n.name = d.name
),
by_kind as (
	select t.unit, t.version, t.step, s.process, s.kind, min(s.first_day) as first_day, max(s.last_day) as last_day
	from told t
	join spoken s on s.file = t.file and s.unit = t.unit
	join sop_version v on v.version = t.version and v.process = s.process
	group by t.unit, t.version, t.step, s.process, s.kind
),
able as (
	select k.unit, k.version, k.step, s.file, s.first_day, s.last_day
	from by_kind k
	join spoken s
		on s.unit = k.unit and s.process = k.process and s.kind = k.kind
		and s.first_day >= k.first_day and s.last_day <= k.last_day
),
stretch as (
	select *, sum(apart) over (partition by unit, version, step order by first_day, last_day, file) as stretch
	from (
		select *, coalesce(first_day > max(last_day) over (partition by unit, version, step order by first_day, last_day, file rows between unbounded preceding and 1 preceding) + 1, false)::integer as apart
		from able
	)
)
select
	s.unit, s.version, s.step,
	min(s.first_day), max(s.last_day),
	min(s.first_day) <= any_value(w.first_day) and max(s.last_day) >= any_value(w.last_day)
from stretch s
join sop_version v on v.version = s.version
join (select unit, process, min(first_day) as first_day, max(last_day) as last_day from ranged group by unit, process) w
	on w.unit = s.unit and w.process = v.process
group by s.unit, s.version, s.step, s.stretch
