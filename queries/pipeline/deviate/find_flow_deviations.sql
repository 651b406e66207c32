-- Where the judged cases depart from the flow of their SOP: each move that is a deviation. Those of a running case are
-- provisional: what is still to come may explain them. A skipped step, and one out of its order, belongs to the end of the
-- case, all else to its event.
-- params: medium — the kinds that are sedang; all others are ringan
-- rows: one per deviation
insert into new_deviation
with marked as (
	select m.variant, m.position, m.step, m.occurrence, m.deviation, m.provisional
	from every_move m
	where m.deviation is not null
),
found as (
	select
		d.case_id, d.unit, d.process, d.version, d.end_day, c.case_key,
		m.deviation, m.step, m.position,
		m.provisional or d.state = 'running' as provisional,
		e.event, e.happened,
		case when m.step is null then a.text end as object,
		case
			when m.step is null then row_number() over (partition by d.case_id, m.deviation, case when m.step is null then a.text end order by m.position)
			else m.occurrence
		end::integer as occurrence
	from marked m
	join case_variant w on w.variant = m.variant
	join decided_case d on d.case_id = w.case_id
	join every_case c on c.case_id = d.case_id
	left join (
		select case_id, position, event, activity, coalesce(completed, started) as happened
		from judged_event
		where case_id in (select w.case_id from case_variant w where w.variant in (select variant from marked))
	) e on e.case_id = d.case_id and e.position = m.position
	left join every_activity a on a.activity = e.activity
)
select
	hash(f.unit, f.process, f.case_key, f.deviation::varchar, t.step_id, f.occurrence, f.object),
	f.deviation,
	'alur',
	case when list_contains($medium::varchar[], f.deviation::varchar) then 'sedang' else 'ringan' end::severity,
	'open',
	f.provisional,
	coalesce(t.supplier, false),
	f.case_id, f.unit, f.process, f.version, f.step, f.occurrence,
	f.object,
	f.event,
	null, null, null, null, null, null,
	case when f.deviation in ('skipped', 'out_of_order') then f.end_day else f.happened::date end,
	null, null
from found f
left join sop_step t on t.version = f.version and t.step = f.step
