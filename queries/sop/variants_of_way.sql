-- The variants whose cases go through a step of an SOP version, or take a way between two of its steps; ways as in
-- transitions: what lies outside the SOP in between is passed over.
-- params: version; step — null where a way is asked for; source, target — null is where cases begin, or where completed ones end
-- rows: one per variant
-- not null: variant
with placed as (
	select m.variant, m.step, v.complete,
		lag(m.step) over path as previous,
		lead(m.step) over path as next
	from move m
	join variant v on v.variant = m.variant
	where v.version = $version::integer and m.step is not null and m.position is not null
	window path as (partition by m.variant order by m.ordinal)
)
select distinct variant
from placed
where case
	when $step::integer is not null then step = $step::integer
	when $target::integer is null then step = $source::integer and next is null and complete
	else step = $target::integer and previous is not distinct from $source::integer
end
order by variant
