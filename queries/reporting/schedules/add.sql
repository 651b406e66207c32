-- Adds a report that is to be made by itself.
-- params: unit, sop — null for all; filters of the list; every — week, month, quarter, semester
insert into report_schedule
select
	(select coalesce(max(n), 0) + 1 from (select schedule as n from report_schedule union all select schedule from kept_report)),
	$unit::varchar, $sop::varchar, $filters::varchar, $every::varchar, $layout::varchar, $format::varchar, $locale::varchar, $by::varchar, $now::timestamp
