-- Every source row that some deviations rest on: the rows of their event and of the one from which their time counts; of a skipped
-- step, which has none, those around the gap; of a case as a whole, all of its rows.
-- params: ids — identities, in the order wanted
-- rows: one per deviation and source row, in that order; place counts from 1; files are named by reporting/files; not_begun — the
--   row is of the step before, as nobody has done this one
-- not null: place, case_key, kind, not_begun, event, file, record
with asked as (
	select unnest($ids::varchar[])::ubigint as identity, generate_subscripts($ids::varchar[], 1) as place
),
chosen as (
	select a.place, d.identity, d.case_id, d.kind, d.step, d.occurrence, d.event, d.from_event, d.basis, s.variant
	from asked a
	join deviation d on d.identity = a.identity
	join case_state s on s.case_id = d.case_id
),
gap as (
	select
		c.identity,
		max(b.position) filter (b.ordinal < m.ordinal) as before,
		min(b.position) filter (b.ordinal > m.ordinal) as after
	from chosen c
	join move m on m.variant = c.variant and m.kind = 2 and m.step = c.step and m.occurrence = c.occurrence
	join move b on b.variant = c.variant and b.position is not null
	where c.event is null and c.kind = 'skipped'::deviation_kind
	group by c.identity
),
resting as (
	select place, case_id, kind, basis, event
	from chosen
	where event is not null
	union all
	select place, case_id, kind, basis, from_event
	from chosen
	where event is not null and from_event is not null
	union all
	select c.place, c.case_id, c.kind, c.basis, e.event
	from chosen c
	join event e on e.case_id = c.case_id
	left join gap g on g.identity = c.identity
	where c.event is null and (g.identity is null or e.position = g.before or e.position = g.after)
)
select r.place::integer as place, c.case_key, r.kind, step_not_begun(r.basis, e.completed) as not_begun, r.event, x.file, x.record
from resting r
join case_instance c on c.case_id = r.case_id
left join event e on e.event = case when r.basis = 'open' then r.event end and e.case_id = r.case_id
join event_source x on x.event = r.event
join import_file f on f.file = x.file
group by r.place, c.case_key, r.kind, r.basis, e.completed, r.event, x.file, x.record, f.import, f.name
order by r.place, f.import, f.name, x.record
