-- Writes into the new sequences which step each text of several steps was read as; what stays open stands as an activity that the SOP
-- does not have, of several spellings the one known longest.
-- rows: one per sequence with such a text
update new_variant
set sequence = r.sequence
from (
	select
		p.variant,
		list(case when c.activity is null then p.entry else coalesce(m.step, -1 - c.activity) end order by p.position) as sequence
	from (
		select variant, version, unnest(sequence) as entry, generate_subscripts(sequence, 1) as position
		from new_variant
		where list_has_any(sequence, (select list(step) from matched_step where choices is not null))
	) p
	left join (select version, step, min(activity) as activity from matched_step where choices is not null group by version, step) c
		on c.version = p.version and c.step = p.entry
	left join new_move m on m.variant = p.variant and m.position = p.position
	group by p.variant
) r
where new_variant.variant = r.variant
