-- The deviations of a scope that the office has explained and nobody has decided on yet.
-- params: unit, process — null for all
-- rows: one
-- not null: waiting
select count(*) as waiting, min(f.since) as since
from deviation d
join (
	select identity, arg_max(state, entry) as state, max(happened_at) as since
	from follow_up
	group by identity
) f on f.identity = d.identity
where f.state = 'explained'
	and ($unit::integer is null or d.unit = $unit::integer)
	and ($process::integer is null or d.process = $process::integer)
