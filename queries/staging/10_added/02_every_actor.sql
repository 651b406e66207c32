-- What the store and the running change know.
create or replace temp view every_actor as from actor union all from new_actor;
