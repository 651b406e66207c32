-- Who hands work to whom: the actor of one event and of the next in the same case.
-- params: process; version — of the SOP, null for none; unit — null for all; from, to — local dates, null for open; size
-- rows: one per pair of different actors, most often first; all_passes, all_pairs — handovers of all pairs, and pairs; source_role,
--   target_role — what the log calls them most often, else the SOP's actors of what they do most often; waited — those of the pair whose waiting time is known
-- not null: source, target, passes, all_passes, all_pairs, cases, waited
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
	select e.previous_actor, e.actor, count(*) as passes, (sum(count(*)) over ())::bigint as all_passes, count(*) over () as all_pairs
	from event e
	semi join scoped c on c.case_id = e.case_id
	where e.previous_actor <> e.actor
	group by e.previous_actor, e.actor
	order by passes desc, e.previous_actor, e.actor
	limit $size::bigint
),
counted as (
	select
		m.previous_actor, m.actor, m.passes, m.all_passes, m.all_pairs,
		count(distinct e.case_id) as cases,
		count(e.waiting_seconds) as waited,
		median(e.waiting_seconds)::bigint as median_waiting,
		max(greatest(e.precision, e.previous_precision)) as precision
	from event e
	semi join scoped c on c.case_id = e.case_id
	join most m on m.previous_actor = e.previous_actor and m.actor = e.actor
	group by m.previous_actor, m.actor, m.passes, m.all_passes, m.all_pairs
),
called as (
	select
		e.actor,
		coalesce(r.name, nullif(array_to_string(p.actors, ' / '), '')) as name,
		row_number() over (partition by e.actor order by r.name is null, count(*) desc, name) as rank
	from event e
	semi join scoped c on c.case_id = e.case_id
	left join role r on r.role = e.role
	left join activity_step i on i.activity = e.activity and i.version = $version::integer
	left join sop_step p on p.version = i.version and p.step = i.step
	where e.actor in (select previous_actor from most union select actor from most)
		and (r.name is not null or len(p.actors) > 0)
	group by e.actor, r.name, p.actors
)
select
	s.name as source, sr.name as source_role, t.name as target, tr.name as target_role, c.passes, c.all_passes, c.all_pairs,
	c.cases, c.waited, c.median_waiting, c.precision
from counted c
join actor s on s.actor = c.previous_actor
join actor t on t.actor = c.actor
left join called sr on sr.actor = c.previous_actor and sr.rank = 1
left join called tr on tr.actor = c.actor and tr.rank = 1
order by c.passes desc, s.name, t.name
