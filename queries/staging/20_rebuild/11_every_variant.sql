-- What the store and the running change know.
create or replace temp view every_variant as from variant union all from new_variant;
