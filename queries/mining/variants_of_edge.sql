-- The variants in which one of the activities that a map keeps comes next after another. Nodes as in nodes.
-- params: process; version — of the SOP, null for none; kept — the nodes; source, target — null is where cases begin or end
-- rows: one per variant
-- not null: variant
with named as (
	select a.activity, coalesce(s.step, -1 - a.activity) as node
	from activity a
	left join activity_step s on s.activity = a.activity and s.version = $version::integer
),
placed as (
	select v.variant, unnest(v.activities) as activity, generate_subscripts(v.activities, 1) as position
	from variant v
	where v.variant in (select variant from case_state where process = $process::integer)
),
kept as (
	select
		p.variant, n.node,
		lag(n.node) over sequence as previous,
		lead(n.node) over sequence as next
	from placed p
	join named n on n.activity = p.activity
	where n.node in (select unnest($kept::integer[]))
	window sequence as (partition by p.variant order by p.position)
)
select distinct variant
from kept
where case
	when $target::integer is null then node = $source::integer and next is null
	else node = $target::integer and previous is not distinct from $source::integer
end
order by variant
