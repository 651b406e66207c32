-- How long work waited when one actor handed it to another.
-- params: process; unit — null for all; from, to — local dates, null for open; source, target — actors of the pairs that are asked for
-- rows: one per pair; waited — handovers whose waiting time is known
-- not null: source, target, cases, waited
with scoped as (
	select case_id
	from case_state
	where ($unit::integer is null or unit = $unit::integer)
		and process = $process::integer
		and ($from::date is null or end_day >= $from::date)
		and ($to::date is null or end_day <= $to::date)
),
pair as (
	select unnest($source::integer[]) as previous_actor, unnest($target::integer[]) as actor
)
select
	e.previous_actor as source, e.actor as target,
	count(distinct e.case_id) as cases,
	count(e.waiting_seconds) as waited,
	median(e.waiting_seconds)::bigint as median_waiting,
	max(greatest(e.precision, e.previous_precision)) as precision
from event e
join scoped c on c.case_id = e.case_id
join pair p on p.previous_actor = e.previous_actor and p.actor = e.actor
group by e.previous_actor, e.actor
