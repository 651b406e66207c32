-- A variant as an SOP could be made of it: what its cases do, in order; steps by the words of their SOP, the rest as the log writes it.
-- params: variant; process — that it must be of
-- rows: one per place of the sequence
-- not null: activity
select coalesce(t.activity, a.text) as activity
from variant v
cross join unnest(v.sequence) with ordinality as u(entry, position)
left join sop_step t on t.version = v.version and t.step = u.entry
left join activity a on a.activity = -1 - u.entry
where v.variant = $variant::integer
	and v.variant in (select variant from case_state where process = $process::integer)
order by u.position
