-- The directly-follows graph of the activities that a map keeps: what came next after what, of those kept, in how many cases and
-- how often. Nodes as in nodes; no source is where cases begin, no target where they end or were last seen: then `ending` is the state
-- of these cases, since only of a completed case the SOP says where it ends.
-- params: process; judged_by — the version that judges the cases, null for all; version — of the SOP, null for none; unit, variant — null for all; from, to — local dates, null for open;
--   kept — the nodes
-- rows: one per pair that occurs, of last ones one per state, most often first; direct — the times that nothing else lay between;
--   settled — cases that take it and run no more
-- not null: cases, passes, direct, settled
with named as (
	-- What the version that read a sequence does not have is written in it by its activity; this version may have it.
	select -1 - a.activity as entry, coalesce(s.step, -1 - a.activity) as node
	from activity a
	left join activity_step s on s.activity = a.activity and s.version = $version::integer
),
counted as (
	select variant, state, count(*) as cases
	from case_state
	where ($unit::integer is null or unit = $unit::integer)
		and process = $process::integer
		and ($judged_by::integer is null or version = $judged_by::integer)
		and ($from::date is null or end_day >= $from::date)
		and ($to::date is null or end_day <= $to::date)
		and ($variant::integer is null or variant = $variant::integer)
	group by variant, state
),
placed as (
	select v.variant, unnest(v.sequence) as entry, generate_subscripts(v.sequence, 1) as position, len(v.sequence) as length
	from variant v
	where v.variant in (select variant from counted)
),
kept as (
	select
		variant, position, length, node as target,
		lag(node) over sequence as source,
		lag(position) over sequence as source_position,
		lead(node) over sequence is null as last
	from (
		select p.*, coalesce(n.node, p.entry) as node
		from placed p
		left join named n on n.entry = p.entry
	)
	where node in (select unnest($kept::integer[]))
	window sequence as (partition by variant order by position)
),
passed as (
	select variant, source, target, position = coalesce(source_position, 0) + 1 as direct
	from kept
	union all
	select variant, target, null, position = length
	from kept
	where last
),
shown as (
	select variant, source, target, count(*) as times, count(*) filter (direct) as direct
	from passed
	group by variant, source, target
),
ended as (
	select s.source, s.target, case when s.target is null then c.state end as ending, c.cases, case when c.state <> 'running'::state_of_case then c.cases else 0 end as settled, s.times, s.direct
	from shown s
	join counted c on c.variant = s.variant
)
select source, target, ending, sum(cases)::bigint as cases, sum(cases * times)::bigint as passes, sum(cases * direct)::bigint as direct, sum(settled)::bigint as settled
from ended
group by source, target, ending
order by passes desc, source, target, ending
