-- The time each step and limit of an SOP took, in the clock of its budget (office seconds where it has none),
-- net of outages, and how finely most of these times are known; steps under way and times that could not be judged are left out.
-- params: version; unit — null for all; from, to — local dates, null for open
-- rows: one per step with a time
-- not null: step, count, service
select
	m.step,
	count(*) as count,
	count(*) filter (m.basis = 'service'::basis) as service,
	median(m.used) as median,
	quantile_cont(m.used, 0.95) as p95,
	quantile_disc(m.precision, 0.5) as precision
from (
	select
		m.step, m.basis, m.precision,
		case t.clock
			when 'workday' then m.net
			when 'calendar' then m.net
			when 'elapsed' then coalesce(m.net, m.elapsed_seconds)
			else coalesce(m.net, m.working_seconds)
		end as used
	from measurement m
	join sop_step t on t.version = m.version and t.step = m.step
	where m.version = $version::integer and m.basis not in ('open'::basis, 'none'::basis) and m.verdict <> 'unmeasured'::verdict
		and ($unit::integer is null or m.unit = $unit::integer)
		and ($from::date is null or m.day >= $from::date)
		and ($to::date is null or m.day <= $to::date)
) m
where m.used is not null
group by m.step
