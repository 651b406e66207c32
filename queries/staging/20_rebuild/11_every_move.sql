-- What the store and the running change know.
create or replace temp view every_move as from move union all from new_move;
