-- Activities that the running import is the first to name; only those that an event has are kept.
create or replace temp table new_activity as from activity limit 0;
