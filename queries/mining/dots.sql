-- Every event of the cases of a process, case after case, as a chart of dots draws them and an animation moves them. Nodes as in nodes.
-- params: process; judged_by — the version that judges the cases, null for all; version — of the SOP, null for none; unit, variant — null for all; from, to — local dates, null for open;
--   lasting — cases by how long they took, shortest first; else by when they began; every — one case of so many
-- rows: one per event of a sequence, by place of its case, time and place in the sequence; minute — since 1970 on the local clock
-- not null: case_id, minute, node
with named as (
	select a.activity, coalesce(s.step, -1 - a.activity) as node
	from activity a
	left join activity_step s on s.activity = a.activity and s.version = $version::integer
),
scoped as (
	select
		case_id,
		variant,
		row_number() over (
			order by
				case when $lasting::boolean then date_diff('second', least(first_started, first_completed), last_event) else epoch(least(first_started, first_completed))::bigint end,
				case_id
		) as place
	from case_state
	where ($unit::integer is null or unit = $unit::integer)
		and process = $process::integer
		and ($judged_by::integer is null or version = $judged_by::integer)
		and ($from::date is null or end_day >= $from::date)
		and ($to::date is null or end_day <= $to::date)
		and ($variant::integer is null or variant = $variant::integer)
		and hash(case_id) % $every::ubigint = 0
)
select e.case_id, (epoch(coalesce(e.completed, e.started)) // 60)::integer as minute, coalesce(s.step, n.node) as node
from event e
join scoped c on c.case_id = e.case_id
join named n on n.activity = e.activity
left join settled_step($version::integer) s on s.variant = c.variant and s.position = e.position
where e.position is not null
order by c.place, minute, e.position
