-- The touched cases of an SOP that hold dates of day precision on which the SOP's own order differs from the source's.
-- rows: one per such case
insert into contested_case
with given as (
	select case_id, activity, kind, precision, completed, coalesce(completed, started) as happened, source_order, source_record from new_event
	union all
	select case_id, activity, kind, precision, completed, coalesce(completed, started), source_order, source_record from kept_event
),
stepped as (
	select g.*, g.happened::date as day, v.unit, v.version, s.step, s.is_end, coalesce(k.step, s.step) as place
	from given g
	join touched_version v on v.case_id = g.case_id and v.version <> 0
	left join matched_step s on s.version = v.version and s.activity = g.activity
	left join case_choice k on k.case_id = g.case_id and k.entry = s.step
	where g.kind <> 3 and not coalesce(s.milestone, false)
),
dated as (
	select distinct case_id, day from stepped where precision = 3
),
ordered as (
	select
		s.*,
		row_number() over (
			partition by s.case_id
			order by
				case when d.day is null then s.happened else d.day::timestamp end,
				case when d.day is null then 0 else coalesce(s.place, 2147483647) end,
				s.happened, s.source_order, s.source_record
		) as own_place,
		row_number() over (
			partition by s.case_id
			order by
				case when d.day is null then s.happened else d.day::timestamp end,
				s.source_order, s.source_record
		) as source_place
	from stepped s
	left join dated d on d.case_id = s.case_id and d.day = s.day
	where s.case_id in (select case_id from dated)
),
stated as (
	select case_id, arg_max(status, (said, import, source_order, record)) as status
	from every_fact
	where status is not null and case_id in (select case_id from dated)
	group by case_id
),
paired as (
	select
		o.case_id, o.version, coalesce(c.free, f.free) as free,
		list(coalesce(o.step, 0) order by o.own_place) as own_steps,
		list(coalesce(o.step, 0) order by o.source_place) as source_steps,
		arg_max(o.is_end and o.completed is not null, o.own_place) filter (o.step is not null) as own_ends,
		arg_max(o.is_end and o.completed is not null, o.source_place) filter (o.step is not null) as source_ends,
		arg_max(o.step, o.own_place) filter (o.step is not null) as own_last,
		arg_max(o.step, o.source_place) filter (o.step is not null) as source_last
	from ordered o
	join unit_flow f on f.unit = o.unit and f.version = o.version
	left join case_flow c on c.case_id = o.case_id
	group by o.case_id, o.version, coalesce(c.free, f.free)
	having own_steps <> source_steps
),
decided as (
	select
		p.case_id, p.version, p.free, p.own_steps, p.source_steps,
		case when a.status = 'cancelled' then false else coalesce(a.status = 'finished', false) or v.closed or coalesce(p.own_ends and list_has_all(list_concat(p.own_steps, p.free), coalesce(o.needs, [])), false) end as own_complete,
		case when a.status = 'cancelled' then false else coalesce(a.status = 'finished', false) or v.closed or coalesce(p.source_ends and list_has_all(list_concat(p.own_steps, p.free), coalesce(u.needs, [])), false) end as source_complete
	from paired p
	join sop_version v on v.version = p.version
	left join group_need o on o.version = p.version and o.step = p.own_last
	left join group_need u on u.version = p.version and u.step = p.source_last
	left join stated a on a.case_id = p.case_id
)
select
	case_id, version, free, own_steps, own_complete, source_steps, source_complete,
	hash(version, free, own_steps, own_complete, source_steps, source_complete)::varchar
from decided
