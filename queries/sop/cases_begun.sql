-- How many cases of a process began in a span: those that an SOP version in force then judges. A case without a time counts with
-- the version that comes into force last.
-- params: process; since — null for open; until — the day after, null for open
-- rows: one
-- not null: cases
select count(*) as cases
from case_instance c
left join case_state s on s.case_id = c.case_id
where c.process = $process::integer
	and ($since::date is null or coalesce(least(s.first_started, s.first_completed), '9999-01-01'::timestamp)::date >= $since::date)
	and ($until::date is null or coalesce(least(s.first_started, s.first_completed), '9999-01-01'::timestamp)::date < $until::date)
