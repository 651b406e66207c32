-- What the sequences of a scope's completed cases cost along their SOP; SOPs whose ends cannot be reached are left out.
-- params: unit, process, version — null for all; from, to — local dates, null for open
-- rows: one per cost, number of events and shortest path
-- not null: cost, events, shortest_path, count
select v.cost, len(v.sequence)::integer as events, v.shortest_path, count(*) as count
from case_state s
join variant v on v.variant = s.variant
where v.complete and v.cost is not null
	and ($unit::integer is null or s.unit = $unit::integer)
	and ($process::integer is null or s.process = $process::integer)
	and ($version::integer is null or s.version = $version::integer)
	and ($from::date is null or s.end_day >= $from::date)
	and ($to::date is null or s.end_day <= $to::date)
group by all
order by all
