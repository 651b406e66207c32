-- Which activities the files of the store and of the running import have.
create or replace temp view every_shown_activity as from shown_activity union all from new_shown_activity;
