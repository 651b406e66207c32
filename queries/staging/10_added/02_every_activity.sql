-- What the store and the running change know.
create or replace temp view every_activity as from activity union all from new_activity;
