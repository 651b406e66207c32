-- The cases that an SOP version judges now, and those that it judged before it was given anew or withdrawn: all that a change of
-- it concerns. Cases are of the version in force when they started, as in pipeline/place/find_versions.
-- params: process, version
-- rows: one per case
insert into touched_case
select c.case_id
from (
	select c.case_id, s.version as judged_by, coalesce(least(s.first_started, s.first_completed), '9999-01-01'::timestamp)::date as start_day
	from case_instance c
	left join case_state s on s.case_id = c.case_id
	where c.process = $process::integer
) c
asof left join (
	select version, coalesce(effective_from, '0001-01-01'::date) as valid_from from sop_version where process = $process::integer
) v on c.start_day >= v.valid_from
where v.version = $version::integer or c.judged_by = $version::integer
