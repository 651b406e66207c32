-- Puts the events of touched cases in their order, with the office time elapsed up to both ends. Order: by
-- completion, else start; ties as in the source, across files by their SHA-256; within a date that holds an event of
-- day precision, the SOP's own order first.
-- rows: one per event of a touched case, sorted by case and position
insert into judged_event
with given as (
	select event, case_id, activity, kind, precision, started, completed, actor, role, source_order, source_record, identity, coalesce(completed, started) as happened
	from new_event
	union all
	select *, coalesce(completed, started) from kept_event
),
dated as (
	select distinct g.case_id, g.happened::date as day
	from given g
	join touched_version v on v.case_id = g.case_id
	left join matched_step s on s.version = v.version and s.activity = g.activity
	where g.precision = 3 and g.kind <> 3 and not coalesce(s.milestone, false)
),
own as (
	select
		g.*, v.calendar,
		g.kind <> 3 and not coalesce(s.milestone, false) as in_sequence,
		coalesce(s.step, 2147483647) as step
	from given g
	join touched_version v on v.case_id = g.case_id
	left join matched_step s on s.version = v.version and s.activity = g.activity
),
placed as (
	select
		o.*,
		row_number() over (
			partition by o.case_id, o.in_sequence
			order by
				case when d.day is null then o.happened else d.day::timestamp end,
				case when d.day is null then 0 else o.step end,
				o.happened,
				o.source_order,
				o.source_record
		) as place
	from own o
	left join dated d on d.case_id = o.case_id and d.day = o.happened::date
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
	case when a.covered then a.working_base + office_seconds(second_of_day(p.started), a.slot1_start, a.slot1_end, a.slot2_start, a.slot2_end, a.slot3_start, a.slot3_end) end,
	case when b.covered then b.working_base + office_seconds(second_of_day(p.completed), b.slot1_start, b.slot1_end, b.slot2_start, b.slot2_end, b.slot3_start, b.slot3_end) end,
	p.actor,
	p.role,
	p.source_order,
	p.source_record,
	p.identity
from placed p
left join calendar_day a on a.calendar = p.calendar and a.day = p.started::date
left join calendar_day b on b.calendar = p.calendar and b.day = p.completed::date
order by p.case_id, position
