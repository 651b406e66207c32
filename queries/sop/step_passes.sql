-- How many cases of a scope went through each step of an SOP version, and how often.
-- params: version; unit — null for all; from, to — local dates, null for open
-- rows: one per step that occurs
-- not null: step, cases, passes
with scoped as (
	select variant, count(*) as cases
	from case_state
	where version = $version::integer
		and ($unit::integer is null or unit = $unit::integer)
		and ($from::date is null or end_day >= $from::date)
		and ($to::date is null or end_day <= $to::date)
	group by variant
)
select m.step, sum(s.cases)::integer as cases, sum(s.cases * m.times)::integer as passes
from (
	select variant, step, count(*) as times
	from move
	where step is not null and position is not null and variant in (select variant from scoped)
	group by variant, step
) m
join scoped s on s.variant = m.variant
group by m.step
