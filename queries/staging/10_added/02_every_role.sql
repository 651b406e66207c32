-- What the store and the running change know.
create or replace temp view every_role as from role union all from new_role;
