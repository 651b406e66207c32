-- How many packages each stage of a process was entered for: those with a row of a file that proves the stage. A
-- stage without a row was not entered, which does not say that it was skipped.
-- params: unit, from, to, state — null for all; process; profile, place — equally long lists: which place of the
--   funnel, from 1, a row of a profile proves; documents — the places that have a document
-- rows: one per place; chain — packages with this and every earlier stage; lost — packages with the stage before but
--   without this one; documented — packages with all documents, the same in each row
-- not null: place, packages, chain, lost, documented
with stage as (
	select unnest($profile::varchar[]) as profile, unnest($place::integer[]) as place
),
reached as (
	select c.case_id, coalesce(list(distinct s.place) filter (s.place is not null), []) as places
	from case_state c
	left join case_fact f on f.case_id = c.case_id
	left join stage s on s.profile = f.profile
	where c.process = $process::integer
		and ($unit::integer is null or c.unit = $unit::integer)
		and ($from::date is null or c.end_day >= $from::date)
		and ($to::date is null or c.end_day <= $to::date)
		and ($state::varchar is null or c.state::varchar = $state::varchar)
	group by c.case_id
)
select
	p.place,
	count(*) filter (list_contains(r.places, p.place)) as packages,
	count(*) filter (list_has_all(r.places, range(1, p.place + 1)::integer[])) as chain,
	count(*) filter (list_contains(r.places, p.place - 1) and not list_contains(r.places, p.place)) as lost,
	count(*) filter (list_has_all(r.places, $documents::integer[])) as documented
from (select distinct place from stage) p
cross join reached r
group by p.place
order by p.place
