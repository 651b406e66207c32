-- The deviations of a scope that stand and that somebody has explained, decided or excused since they were last open.
-- params: unit, process — null for all; from, to — local dates, null for open
-- rows: one
-- not null: followed
select count(*) as followed
from deviation d
where d.identity in (select identity from follow_up group by identity having arg_max(state, entry) <> 'open')
	and d.state = 'open'
	and not d.provisional
	and ($unit::integer is null or d.unit = $unit::integer)
	and ($process::integer is null or d.process = $process::integer)
	and ($from::date is null or d.day >= $from::date)
	and ($to::date is null or d.day <= $to::date)
