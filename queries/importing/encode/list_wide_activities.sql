-- The activities that the columns of a wide file stand for.
-- params: names
-- rows: one per activity
insert into written_activity
select distinct name, null, name, '', null
from (select unnest($names::varchar[]) as name)
