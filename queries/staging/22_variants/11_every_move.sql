-- What the store and the running change know.
create or replace temp view every_move as
from move
union all
select * replace (deviation::deviation_kind as deviation) from new_move;
