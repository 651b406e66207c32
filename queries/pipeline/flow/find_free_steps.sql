-- The steps whose absence costs nothing, for each office and SOP version that the change touches. A step can be
-- found missing where an import of the office declares that it shows it, or where the office's log has it.
-- rows: one per office and version
insert into unit_flow
with pair as (
	select distinct unit, version from touched_version where version <> 0
	union
	select distinct unit, version from case_state where version <> 0 and case_id in (select case_id from touched_case)
),
occurring as (
	select distinct v.unit, v.version, e.activity
	from (
		select case_id, activity from new_event where kind <> 3
		union all
		select case_id, activity from kept_event where kind <> 3
	) e
	join touched_version v on v.case_id = e.case_id
),
shown as (
	select o.unit, o.version, unnest(coalesce(m.choices, [m.step])) as step
	from occurring o
	join matched_step m on m.version = o.version and m.activity = o.activity
	union
	select s.unit, s.version, unnest(a.sequence)
	from (
		select distinct s.unit, s.version, s.variant
		from case_state s
		join pair p on p.unit = s.unit and p.version = s.version
		where s.case_id not in (select case_id from touched_case)
	) s
	join variant a on a.variant = s.variant
	union
	select d.unit, v.version, n.step
	from declared_activity d
	join sop_version v on v.process = d.process
	join sop_name n on n.version = v.version and n.name = d.name
),
-- A log that has a text can show every step that is called so, whichever one a sequence was read with.
called as (
	select unit, version, step from shown
	union
	select s.unit, s.version, n.step
	from shown s
	join (
		select a.version, a.step as given, b.step
		from sop_name a
		join sop_name b on b.version = a.version and b.name = a.name and b.step <> a.step
		union all
		select version, -1 - activity, unnest(choices) from matched_step where choices is not null
	) n on n.version = s.version and n.given = s.step
)
select p.unit, p.version, coalesce(list(t.step order by t.step) filter (t.optional or s.step is null), [])
from pair p
join sop_step t on t.version = p.version and t.kind = 'step'
left join called s on s.unit = p.unit and s.version = p.version and s.step = t.step
group by p.unit, p.version
