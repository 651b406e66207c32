-- How long work waited when one actor handed it to another, and what the two are called.
-- params: process; judged_by — the version that judges the cases, null for all; version — of the SOP, null for none; unit — null for all; from, to — local dates, null for open; source, target — actors
--   of the pairs that are asked for
-- rows: one per pair; offices — of the cases, parted by commas; source_role, target_role — what the log calls them most often, else the SOP's actors of what they do most often;
--   waited — handovers whose waiting time is known
-- not null: source, target, offices, cases, waited
with scoped as (
	select case_id, unit
	from case_state
	where ($unit::integer is null or unit = $unit::integer)
		and process = $process::integer
		and ($judged_by::integer is null or version = $judged_by::integer)
		and ($from::date is null or end_day >= $from::date)
		and ($to::date is null or end_day <= $to::date)
),
pair as (
	select unnest($source::integer[]) as previous_actor, unnest($target::integer[]) as actor
),
counted as (
	select
		e.previous_actor as source, e.actor as target,
		string_agg(distinct u.name, ', ' order by u.name) as offices,
		count(distinct e.case_id) as cases,
		count(e.waiting_seconds) as waited,
		median(e.waiting_seconds)::bigint as median_waiting,
		max(greatest(e.precision, e.previous_precision)) as precision
	from event e
	join scoped c on c.case_id = e.case_id
	join unit u on u.unit = c.unit
	join pair p on p.previous_actor = e.previous_actor and p.actor = e.actor
	group by e.previous_actor, e.actor
),
called as (
	select
		e.actor,
		coalesce(r.name, nullif(array_to_string(p.actors, ' / '), '')) as name,
		row_number() over (partition by e.actor order by r.name is null, count(*) desc, name) as rank
	from event e
	join scoped c on c.case_id = e.case_id
	left join role r on r.role = e.role
	left join activity_step i on i.activity = e.activity and i.version = $version::integer
	left join sop_step p on p.version = i.version and p.step = i.step
	where e.actor in (select previous_actor from pair union select actor from pair)
		and (r.name is not null or len(p.actors) > 0)
	group by e.actor, r.name, p.actors
)
select c.*, s.name as source_role, t.name as target_role
from counted c
left join called s on s.actor = c.source and s.rank = 1
left join called t on t.actor = c.target and t.rank = 1
