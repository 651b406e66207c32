-- Lead time, processing time and the verdict on the stated total (Jumlah) of each judged case. The total
-- limits processing time, one pass of each step (of a looped step the last); when that is only partial, on
-- time if even the lead time fits. Without a first start, lead is a lower bound and settles no total. Work done only outside
-- office hours took a time that is not known, not none.
-- rows: one per judged case
insert into new_case_state
with processed as (
	select
		case_id,
		sum(working_seconds) filter (last_pass and basis = 'service'::basis) as total_seconds,
		count(*) filter (last_pass and basis <> 'open'::basis and (basis <> 'service'::basis or working_seconds is null or working_seconds = 0 and elapsed_seconds > 0)) as unserved
	from new_measurement
	where version in (select version from sop_version where total_seconds is not null) and basis <> 'limit'::basis
	group by case_id
),
-- A step of the path that no import of the office can show took its time unseen.
unseen as (
	select distinct m.variant
	from every_move m
	join every_variant v on v.variant = m.variant
	join sop_step t on t.version = v.version and t.step = m.step
	where m.kind = 2 and not t.optional and list_contains(v.free, m.step)
),
known as (
	select
		d.*,
		coalesce(w.variant, 0) as variant,
		c.* exclude (case_id),
		least(c.first_started, c.first_completed) as since,
		least(c.first_started_working, c.first_completed_working) as working_since,
		coalesce(c.first_completed < c.first_started, true) as lower_bound,
		v.total_seconds as budget,
		v.total_provisional,
		p.total_seconds as processed,
		coalesce(p.unserved, 1) > 0 or n.variant is not null as partial,
		n.variant is not null as unseen
	from decided_case d
	left join case_summary c on c.case_id = d.case_id
	left join case_variant w on w.case_id = d.case_id
	left join sop_version v on v.version = d.version
	left join processed p on p.case_id = d.case_id
	left join unseen n on n.variant = w.variant
),
led as (
	select
		*,
		date_diff('second', since, last_completed) as lead_seconds,
		case when not crosses_uncovered(last_completed_working - working_since) and (last_completed_working > working_since or last_completed = since) then last_completed_working - working_since end as lead_working
	from known
),
judged as (
	select
		*,
		case
			when budget is null then 'no_budget'::verdict
			when state not in ('completed'::state_of_case, 'running'::state_of_case) then 'unmeasured'::verdict
			when processed > budget then 'late'::verdict
			when state = 'running'::state_of_case then 'unmeasured'::verdict
			when not partial then 'on_time'::verdict
			when not lower_bound and lead_working <= budget then 'on_time'::verdict
			else 'unmeasured'::verdict
		end as verdict
	from led
)
select
	case_id, unit, process, version, variant, state, state_from,
	coalesce(events, 0),
	first_started, first_completed, last_completed, last_event,
	case when lead_seconds >= 0 then lead_seconds end,
	case when lead_working >= 0 then lead_working end,
	coalesce(lower_bound, true),
	processing_seconds,
	coalesce(unserved, 1) > 0 or unseen,
	case when budget is not null then processed end,
	verdict,
	case when verdict <> 'unmeasured'::verdict then null when state = 'cancelled'::state_of_case then 'cancelled'::unmeasured_reason when state <> 'completed'::state_of_case then 'no_completion'::unmeasured_reason when partial then 'processing_partial'::unmeasured_reason end,
	case when verdict in ('on_time'::verdict, 'late'::verdict) then coalesce(case when verdict = 'late'::verdict or not partial then processed end, lead_working) / budget end,
	coalesce(total_provisional, false) and verdict in ('on_time'::verdict, 'late'::verdict),
	end_day
from judged
