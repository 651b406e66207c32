-- Which step of an SOP version came next after which, in how many cases of a scope and how often; what lies outside
-- the SOP in between is passed over. Without a source: where cases begin; without a target: where completed ones end.
-- params: version; unit — null for all; from, to — local dates, null for open
-- rows: one per pair that occurs, most cases first
-- not null: cases, passes
with scoped as (
	select variant, count(*) as cases
	from case_state
	where version = $version::integer
		and ($unit::integer is null or unit = $unit::integer)
		and ($from::date is null or end_day >= $from::date)
		and ($to::date is null or end_day <= $to::date)
	group by variant
),
placed as (
	select m.variant, m.step, v.complete,
		lag(m.step) over (partition by m.variant order by m.ordinal) as previous,
		lead(m.step) over (partition by m.variant order by m.ordinal) as next
	from move m
	join variant v on v.variant = m.variant
	where m.step is not null and m.position is not null and m.variant in (select variant from scoped)
),
pair as (
	select variant, step as source, next as target from placed where next is not null or complete
	union all
	select variant, null, step from placed where previous is null
)
select p.source, p.target, sum(s.cases)::integer as cases, sum(s.cases * p.times)::integer as passes
from (select variant, source, target, count(*) as times from pair group by variant, source, target) p
join scoped s on s.variant = p.variant
group by p.source, p.target
order by cases desc, p.source, p.target
