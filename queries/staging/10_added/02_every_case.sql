-- What the store and the running change know.
create or replace temp view every_case as from case_instance union all from new_case;
