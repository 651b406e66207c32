-- Who hands work to whom most often: the actor of one event and of the next in the same case.
-- params: process; judged_by — the version that judges the cases, null for all; unit — null for all; from, to — local dates, null for open; size
-- rows: one per pair of different actors, most often first; all_passes, all_pairs — handovers of all pairs, and pairs
-- not null: source, source_name, target, target_name, passes, all_passes, all_pairs
with scoped as (
	select case_id
	from case_state
	where ($unit::integer is null or unit = $unit::integer)
		and process = $process::integer
		and ($judged_by::integer is null or version = $judged_by::integer)
		and ($from::date is null or end_day >= $from::date)
		and ($to::date is null or end_day <= $to::date)
)
select m.previous_actor as source, s.name as source_name, m.actor as target, t.name as target_name, m.passes, m.all_passes, m.all_pairs
from (
	select e.previous_actor, e.actor, count(*) as passes, (sum(count(*)) over ())::bigint as all_passes, count(*) over () as all_pairs
	from event e
	join scoped c on c.case_id = e.case_id
	where e.previous_actor <> e.actor
	group by e.previous_actor, e.actor
	order by passes desc, e.previous_actor, e.actor
	limit $size::bigint
) m
join actor s on s.actor = m.previous_actor
join actor t on t.actor = m.actor
order by m.passes desc, s.name, t.name
