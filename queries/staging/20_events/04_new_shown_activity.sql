-- Which activities the files of the running import have.
create or replace temp table new_shown_activity as from shown_activity limit 0;
