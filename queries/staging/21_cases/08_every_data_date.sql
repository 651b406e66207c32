-- The data date of each unit after the running change.
create or replace temp view every_data_date as
from new_data_date
union all
from data_date where unit not in (select unit from touched_version);
