-- The first and the last day on which a step of a scope was completed.
-- params: unit, process — null for all
-- rows: one
select min(day) as first_day, max(day) as last_day
from measurement
where basis <> 'open'::basis
	and ($unit::integer is null or unit = $unit::integer)
	and ($process::integer is null or process = $process::integer)
