-- Which step or milestone each activity is, in every SOP version: by the step that the log names, else by
-- its normalised text or a saved alias. Of a text that the SOP gives to several steps it is not known here which one it means:
-- its step is an entry of its own, made of these steps, until the sequence is read. What may be a step is no milestone, and
-- what may be several milestones is none of them.
-- rows: one per version and activity that matches
insert into matched_step
with named as (
	select s.version, a.activity, s.step, true as by_reference
	from every_activity a
	join sop_step s on s.kind <> 'limit' and a.step_ref <> '' and lower(trim(a.step_ref, ' .)')) in (lower(s.no), lower(s.step_id))
	union all
	select n.version, a.activity, n.step, false
	from every_activity a
	join sop_name n on n.name = a.name
),
sure as (
	select version, activity, step
	from named
	qualify by_reference or not bool_or(by_reference) over (partition by version, activity)
),
meant as (
	select
		s.version, s.activity,
		list_sort(list_distinct(list(s.step) filter (t.kind = 'step'))) as steps,
		list_sort(list_distinct(list(s.step) filter (t.kind <> 'step'))) as milestones,
		coalesce(bool_and(t.is_end) filter (t.kind = 'step'), false) as is_end
	from sure s
	join sop_step t on t.version = s.version and t.step = s.step
	group by s.version, s.activity
)
select
	version, activity,
	case
		when len(steps) > 1 then 1000000000 + hash(steps) % 1000000000
		when len(steps) = 1 then steps[1]
		else milestones[1]
	end::integer,
	steps is null,
	case when len(steps) > 1 then steps end,
	is_end
from meant
where steps is not null or len(milestones) = 1
