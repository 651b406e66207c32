-- The cases of a unit that an outage can excuse, those of SOPs that warn of outages, and that were under way on any date
-- of some spans, are to be read anew; open ones last to the data date.
-- params: unit; from, to — local times, lists of one length
insert into touched_case
select case_id
from case_state
where unit = $unit::integer
	and version in (select version from sop_version where warns_outage)
	and exists (
		from (select unnest($from::varchar[])::timestamp as since, unnest($to::varchar[])::timestamp as until) s
		where least(first_started, first_completed)::date <= s.until
			and (state in ('running', 'abandoned') or last_event::date >= s.since::date)
	)
