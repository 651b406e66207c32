-- How variants read along their SOP, move by move; where no SOP reads them, their events as they come.
-- params: variants — their numbers
-- rows: one per move, by variant and place
-- not null: variant, ordinal, kind, no
select
	m.variant, m.ordinal, m.kind, m.step, coalesce(s.no, '') as no, coalesce(s.activity, a.text) as activity
from move m
join variant v on v.variant = m.variant
left join sop_step s on s.version = v.version and s.step = m.step
left join activity a on a.activity = -1 - v.sequence[m.position]
where m.variant in (select unnest($variants::integer[]))
union all
select p.variant, p.position, 1, null, '', a.text
from (
	select v.variant, unnest(v.sequence) as entry, generate_subscripts(v.sequence, 1) as position
	from variant v
	where v.variant in (select unnest($variants::integer[]))
		and v.variant not in (select variant from move)
) p
join activity a on a.activity = -1 - p.entry
order by variant, ordinal
