-- The observed events of the touched cases, at the time of the pull that first shows the change; a date without a clock
-- is a day. What one row shows is in the order of what it is about.
-- rows: one per change
insert into kept_event
select
	c.event, c.case_id, a.activity, 4,
	case when c.pulled = c.pulled::date then 3 else 1 end,
	null, c.pulled, null, null, c.source_order, record_part(c.record, 0) + c.place, c.identity
from (
	select *, row_number() over (partition by case_id, file, record order by subject) as place
	from new_snapshot_change
) c
join every_activity a on a.text = c.text and a.step_ref = ''
