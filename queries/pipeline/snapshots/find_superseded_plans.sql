-- Planned events of the judged cases that the latest picture of their schedule does not show any more.
-- rows: one per event
insert into superseded_plan
with told as (
	select case_id, subject, event, pulled, source_order, record
	from every_snapshot
	where event is not null and case_id in (select case_id from judged_case)
)
select distinct event
from told
where event not in (select arg_max(event, (pulled, source_order, record)) from told group by case_id, subject)
