-- How the sequences of a scope's cases read along their SOP, move by move.
-- params: unit, process — null for all; from, to — local dates, null for open
-- rows: one per move, by variant and place
-- not null: variant, kind
select m.variant, m.kind, m.step, t.activity, m.position
from move m
join variant v on v.variant = m.variant
left join sop_step t on t.version = v.version and t.step = m.step
where m.variant in (
	select variant
	from case_state
	where ($unit::integer is null or unit = $unit::integer)
		and ($process::integer is null or process = $process::integer)
		and ($from::date is null or end_day >= $from::date)
		and ($to::date is null or end_day <= $to::date)
)
order by m.variant, m.ordinal
