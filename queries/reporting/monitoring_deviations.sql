-- The deviations that stand at each procedure of the SOPs of a scope, by kind and by how their follow-up stood: neither excused
-- nor provisional ones.
-- params: unit, process — null for all; from, to — local dates, null for open; as_of — the instant whose follow-up it says
-- rows: one per step, kind and state of follow-up; no and activity are null of what is of no step: the case, or outside of the SOP
-- not null: process, title, kind, follow, found
select
	p.code as process, p.title, t.no, t.activity, d.kind::varchar as kind, coalesce(w.state, 'open') as follow,
	count(*) as found,
	arg_max(w.body, w.entry) as body
from deviation d
join process p on p.process = d.process
left join sop_step t on t.version = d.version and t.step = d.step and t.no is not null
left join (
	select identity, arg_max(state, entry) as state, arg_max(body, entry) as body, max(entry) as entry
	from follow_up
	where happened_at <= $as_of::timestamp
	group by identity
) w on w.identity = d.identity
where d.state = 'open' and not d.provisional
	and ($unit::integer is null or d.unit = $unit::integer)
	and ($process::integer is null or d.process = $process::integer)
	and ($from::date is null or d.day >= $from::date)
	and ($to::date is null or d.day <= $to::date)
group by p.code, p.title, t.no, t.activity, d.kind, coalesce(w.state, 'open')
order by p.code, found desc, kind, follow
