-- What differs between pictures of the touched cases that follow each other, of one pull the row that comes last in
-- the order of files. A stage or a state that the earlier picture does not have yet is new, not changed.
-- params: plan — the words for a changed schedule
-- rows: one per change
insert into new_snapshot_change
with planned as (
	select event, activity, started, completed from kept_event where kind = 3
	union all
	select event, activity, started, completed from new_event where kind = 3
),
seen as (
	select s.case_id, s.subject, s.pulled, arg_max(s, (s.source_order, s.record)) as picture
	from every_snapshot s
	where s.case_id in (select case_id from touched_case)
	group by s.case_id, s.subject, s.pulled
),
told as (
	select
		s.case_id, s.subject, s.pulled, s.picture.file, s.picture.record, s.picture.source_order, s.picture.event, s.picture.value,
		p.activity, p.started, p.completed
	from seen s
	left join planned p on p.event = s.picture.event
	where s.picture.event is null or p.event is not null
),
paired as (
	select
		*,
		lag(pulled) over earlier as before_pulled,
		lag(event) over earlier as before_event,
		lag(value) over earlier as before_value,
		lag(started) over earlier as before_started,
		lag(completed) over earlier as before_completed
	from told
	window earlier as (partition by case_id, subject order by pulled)
)
select
	0,
	p.case_id, c.unit, c.process, p.subject, p.activity,
	p.before_pulled, p.pulled,
	p.before_event, p.event,
	p.before_started, p.before_completed, p.started, p.completed,
	p.before_value, p.value,
	p.file, p.record,
	hash('observed', p.case_id, p.subject, p.pulled, p.before_started, p.before_completed, p.started, p.completed, p.before_value, p.value),
	p.source_order,
	case when p.event is null then p.subject || ': ' || p.value else $plan::varchar end
from paired p
join every_case c on c.case_id = p.case_id
where p.before_pulled is not null
	and (p.before_started, p.before_completed, p.before_value) is distinct from (p.started, p.completed, p.value)
