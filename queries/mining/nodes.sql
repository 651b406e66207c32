-- What happens in the cases of a process: steps of an SOP version by their number, activities outside of it by the number of
-- the activity, counted from -1 downwards, each with how many cases show it and how often.
-- params: process; judged_by — the version that judges the cases, null for all; version — of the SOP, null for none; unit, variant — null for all; from, to — local dates, null for open
-- rows: one per step or activity that occurs, most often first
-- text — what the log writes, of what is outside the SOP
-- settled — cases that show it and run no more
-- not null: node, cases, passes, text, settled
with named as (
	-- What the version that read a sequence does not have is written in it by its activity; this version may have it.
	select -1 - a.activity as entry, a.text, coalesce(s.step, -1 - a.activity) as node
	from activity a
	left join activity_step s on s.activity = a.activity and s.version = $version::integer
),
counted as (
	select variant, count(*) as cases, count(*) filter (state <> 'running'::state_of_case) as settled
	from case_state
	where ($unit::integer is null or unit = $unit::integer)
		and process = $process::integer
		and ($judged_by::integer is null or version = $judged_by::integer)
		and ($from::date is null or end_day >= $from::date)
		and ($to::date is null or end_day <= $to::date)
		and ($variant::integer is null or variant = $variant::integer)
	group by variant
),
shown as (
	select c.variant, any_value(c.cases) as cases, any_value(c.settled) as settled, coalesce(n.node, c.entry) as node, min(n.text) as text, count(*) as times
	from (
		select c.variant, c.cases, c.settled, unnest(v.sequence) as entry
		from counted c
		join variant v on v.variant = c.variant
	) c
	left join named n on n.entry = c.entry
	group by c.variant, coalesce(n.node, c.entry)
)
select node, coalesce(min(text), '') as text, sum(cases)::bigint as cases, sum(cases * times)::bigint as passes, sum(settled)::bigint as settled
from shown
group by node
order by passes desc, node
