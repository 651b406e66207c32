-- Who hands work to whom: the actor of one event and of the next in the same case.
-- params: process; unit — null for all; from, to — local dates, null for open; size
-- rows: one per pair of different actors, most often first; waited — handovers whose waiting time is known
-- not null: source, target, passes, cases, waited
with scoped as (
	select case_id
	from case_state
	where ($unit::integer is null or unit = $unit::integer)
		and process = $process::integer
		and ($from::date is null or end_day >= $from::date)
		and ($to::date is null or end_day <= $to::date)
),
counted as (
	select
		p.previous_actor, p.actor,
		count(*) as passes,
		count(distinct p.case_id) as cases,
		count(p.waiting_seconds) as waited,
		quantile_disc(p.waiting_seconds, 0.5) as median_waiting,
		max(p.precision) as precision
	from passage p
	semi join scoped c on c.case_id = p.case_id
	where p.process = $process::integer and p.previous_actor <> p.actor
	group by p.previous_actor, p.actor
	order by passes desc, p.previous_actor, p.actor
	limit $size::bigint
)
select s.name as source, t.name as target, c.passes, c.cases, c.waited, c.median_waiting, c.precision
from counted c
join actor s on s.actor = c.previous_actor
join actor t on t.actor = c.actor
order by c.passes desc, s.name, t.name
