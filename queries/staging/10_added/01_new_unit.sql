-- Offices that the running import is the first to name.
create or replace temp table new_unit as from unit limit 0;
