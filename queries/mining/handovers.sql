-- Who hands work to whom: the actor of one event and of the next in the same case.
-- params: process; unit — null for all; from, to — local dates, null for open; size
-- rows: one per pair of different actors, most often first; all_passes — handovers of all pairs; waited — those of the pair whose waiting time is known
-- not null: source, target, passes, all_passes, cases, waited
with scoped as (
	select case_id
	from case_state
	where ($unit::integer is null or unit = $unit::integer)
		and process = $process::integer
		and ($from::date is null or end_day >= $from::date)
		and ($to::date is null or end_day <= $to::date)
),
-- Counted first: times are looked at for the few that are shown.
most as (
	select e.previous_actor, e.actor, count(*) as passes, (sum(count(*)) over ())::bigint as all_passes
	from event e
	semi join scoped c on c.case_id = e.case_id
	where e.previous_actor <> e.actor
	group by e.previous_actor, e.actor
	order by passes desc, e.previous_actor, e.actor
	limit $size::bigint
),
counted as (
	select
		m.previous_actor, m.actor, m.passes, m.all_passes,
		count(distinct e.case_id) as cases,
		count(e.waiting_seconds) as waited,
		median(e.waiting_seconds)::bigint as median_waiting,
		max(greatest(e.precision, e.previous_precision)) as precision
	from event e
	semi join scoped c on c.case_id = e.case_id
	join most m on m.previous_actor = e.previous_actor and m.actor = e.actor
	group by m.previous_actor, m.actor, m.passes, m.all_passes
)
select s.name as source, t.name as target, c.passes, c.all_passes, c.cases, c.waited, c.median_waiting, c.precision
from counted c
join actor s on s.actor = c.previous_actor
join actor t on t.actor = c.actor
order by c.passes desc, s.name, t.name
