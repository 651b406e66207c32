-- How long each activity of a process took and waited, in office seconds: from start to completion, and from the completion of
-- the event before to the start. Nodes as in nodes.
-- params: process; judged_by — the version that judges the cases, null for all; version — of the SOP, null for none; unit — null for all; from, to — local dates, null for open
-- rows: one per node; timed, waited — events whose time is known; repeats — events of cases that show the node before already
-- not null: node, text, events, cases, timed, waited, total_service, total_waiting, repeats
with named as (
	select a.activity, a.text, coalesce(s.step, -1 - a.activity) as node
	from activity a
	left join activity_step s on s.activity = a.activity and s.version = $version::integer
),
scoped as (
	select case_id, variant
	from case_state
	where ($unit::integer is null or unit = $unit::integer)
		and process = $process::integer
		and ($judged_by::integer is null or version = $judged_by::integer)
		and ($from::date is null or end_day >= $from::date)
		and ($to::date is null or end_day <= $to::date)
),
timed as (
	select
		e.activity, s.step, e.waiting_seconds, e.precision, e.previous_precision,
		-- Work that was done outside office hours alone has no office time: that is unknown, not zero.
		case when e.working_completed - e.working_started < 1000000000000 and (e.working_completed > e.working_started or e.completed = e.started or e.precision = 3) then (e.working_completed - e.working_started)::integer end as service_seconds
	from event e
	join scoped c on c.case_id = e.case_id
	left join settled_step($version::integer) s on s.variant = c.variant and s.position = e.position
	where e.position is not null
),
-- In how many cases: told by the variants, of which there are few.
shown as (
	select node, sum(cases)::bigint as cases
	from (
		select distinct c.variant, c.cases, coalesce(n.node, c.entry) as node
		from (
			select c.variant, c.cases, unnest(v.sequence) as entry
			from (
				select variant, count(*) as cases
				from case_state
				where ($unit::integer is null or unit = $unit::integer)
					and process = $process::integer
					and ($judged_by::integer is null or version = $judged_by::integer)
					and ($from::date is null or end_day >= $from::date)
					and ($to::date is null or end_day <= $to::date)
				group by variant
			) c
			join variant v on v.variant = c.variant
		) c
		left join named n on -1 - n.activity = c.entry
	)
	group by node
)
select
	s.node,
	min(n.text) as text,
	count(*) as events,
	any_value(s.cases) as cases,
	count(p.service_seconds) as timed,
	count(p.waiting_seconds) as waited,
	coalesce(sum(p.service_seconds), 0)::bigint as total_service,
	coalesce(sum(p.waiting_seconds), 0)::bigint as total_waiting,
	quantile_cont(p.service_seconds, [0.05, 0.25, 0.5, 0.75, 0.95])::bigint[] as service,
	quantile_cont(p.waiting_seconds, [0.05, 0.25, 0.5, 0.75, 0.95])::bigint[] as waiting,
	greatest(max(p.precision), max(p.previous_precision)) as precision,
	count(*) - any_value(s.cases) as repeats
from timed p
join named n on n.activity = p.activity
join shown s on s.node = coalesce(p.step, n.node)
group by s.node
order by total_service + total_waiting desc, s.node
