-- The versions of an SOP, how many cases of a scope each judges, and how many of them had begun before any was in force.
-- params: unit — null for all; process; from, to — local dates, null for open
-- rows: one per version, the one that comes into force last first, and at the end one of version 0 for cases that none judges, where there are any;
--   until — the last day on which cases that begin are judged by it, null for the last one
-- not null: version, cases
with judged as (
	select version, count(*) as cases
	from case_state
	where ($unit::integer is null or unit = $unit::integer)
		and process = $process::integer
		and ($from::date is null or end_day >= $from::date)
		and ($to::date is null or end_day <= $to::date)
	group by version
)
select *
from (
	select
		v.version, v.effective_from,
		(lead(v.effective_from) over (order by v.effective_from nulls first) - interval 1 day)::date as until,
		coalesce(j.cases, 0) as cases
	from sop_version v
	left join judged j on j.version = v.version
	where v.process = $process::integer
	union all
	select version, null, null, cases from judged where version = 0
)
order by version = 0, effective_from desc nulls last
