-- What the store and the running change know.
create or replace temp view every_unit as from unit union all from new_unit;
