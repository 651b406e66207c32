-- The activities that the columns of a wide file stand for, and those that its lists name.
-- params: names
-- rows: one per activity
insert into written_activity
select distinct name, null, name, '', null
from (
	select unnest($names::varchar[]) as name
	union all
	select activity from staged_element where activity is not null
)
