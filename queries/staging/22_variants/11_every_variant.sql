-- What the store and the running change know.
create or replace temp view every_variant as
select * exclude (cost, shortest_path) from variant
union all
from new_variant;
