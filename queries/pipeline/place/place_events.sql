-- Puts the events of touched cases in their order, with the office time elapsed up to both ends. Order: by
-- completion, else start; ties as in the source, across files by their SHA-256; within a date that holds an event of
-- day precision, the SOP's own order, or the source's for cases that follow their SOP better so. With each event of a sequence what came right before it, see event.
-- rows: one per event of a touched case, sorted by case and position
insert into placed_event
with given as (
	select event, case_id, activity, kind, precision, started, completed, actor, role, source_order, source_record, identity, coalesce(completed, started) as happened
	from new_event
	union all
	select *, coalesce(completed, started) from kept_event
),
dated as (
	select distinct g.case_id, g.happened::date as day, o.case_id is not null as by_source
	from given g
	join touched_version v on v.case_id = g.case_id
	left join matched_step s on s.version = v.version and s.activity = g.activity
	left join source_ordered_case o on o.case_id = g.case_id
	where g.precision = 3 and g.kind <> 3 and not coalesce(s.milestone, false)
),
own as (
	select
		g.*,
		case when a.covered then a.working_base + office_seconds(second_of_day(g.started), a.slot1_start, a.slot1_end, a.slot2_start, a.slot2_end, a.slot3_start, a.slot3_end) end as working_started,
		case when b.covered then b.working_base + office_seconds(second_of_day(g.completed), b.slot1_start, b.slot1_end, b.slot2_start, b.slot2_end, b.slot3_start, b.slot3_end) end as working_completed,
		case when g.completed is null then working_started else working_completed end as working,
		g.kind <> 3 and not coalesce(s.milestone, false) as in_sequence,
		coalesce(k.step, s.step, 2147483647) as step
	from given g
	join touched_version v on v.case_id = g.case_id
	left join matched_step s on s.version = v.version and s.activity = g.activity
	left join case_choice k on k.case_id = g.case_id and k.entry = s.step
	left join calendar_day a on a.calendar = v.calendar and a.day = g.started::date
	left join calendar_day b on b.calendar = v.calendar and b.day = g.completed::date
),
placed as (
	select
		o.*,
		row_number() over sequence as place,
		lag(o.activity) over sequence as previous,
		lag(o.actor) over sequence as previous_actor,
		lag(o.precision) over sequence as previous_precision,
		lag(o.working_completed) over sequence as previous_completed,
		lag(o.working) over sequence as previous_working
	from own o
	left join dated d on d.case_id = o.case_id and d.day = o.happened::date
	window sequence as (
		partition by o.case_id, o.in_sequence
		order by
			case when d.day is null then o.happened else d.day::timestamp end,
			case when d.day is null or d.by_source then 0 else o.step end,
			case when d.by_source then d.day::timestamp else o.happened end,
			o.source_order,
			o.source_record
	)
)
select
	p.event,
	p.case_id,
	case when p.in_sequence then p.place end as position,
	p.activity,
	p.kind,
	p.precision,
	p.started,
	p.completed,
	p.working_started,
	p.working_completed,
	p.actor,
	p.role,
	p.source_order,
	p.source_record,
	p.identity,
	case when p.in_sequence then p.previous end,
	case when p.in_sequence then p.previous_actor end,
	case when p.in_sequence then p.previous_precision end,
	case when p.in_sequence and not crosses_uncovered(p.working_started - p.previous_completed) then greatest(0, p.working_started - p.previous_completed) end,
	case when p.in_sequence and not crosses_uncovered(p.working - p.previous_working) then greatest(0, p.working - p.previous_working) end
from placed p
order by p.case_id, position
