-- The variants in which one of the activities that a map keeps comes next after another. Nodes as in nodes.
-- params: process; judged_by — the version that judges the cases, null for all; version — of the SOP, null for none; kept — the nodes; source, target — null is where cases begin or end
-- rows: one per variant
-- not null: variant
with named as (
	-- What the version that read a sequence does not have is written in it by its activity; this version may have it.
	select -1 - a.activity as entry, coalesce(s.step, -1 - a.activity) as node
	from activity a
	left join activity_step s on s.activity = a.activity and s.version = $version::integer
),
placed as (
	select v.variant, unnest(v.sequence) as entry, generate_subscripts(v.sequence, 1) as position
	from variant v
	where v.variant in (select variant from case_state where process = $process::integer and ($judged_by::integer is null or version = $judged_by::integer))
),
kept as (
	select
		variant, node,
		lag(node) over sequence as previous,
		lead(node) over sequence as next
	from (
		select p.*, coalesce(n.node, p.entry) as node
		from placed p
		left join named n on n.entry = p.entry
	)
	where node in (select unnest($kept::integer[]))
	window sequence as (partition by variant order by position)
)
select distinct variant
from kept
where case
	when $target::integer is null then node = $source::integer and next is null
	else node = $target::integer and previous is not distinct from $source::integer
end
order by variant
