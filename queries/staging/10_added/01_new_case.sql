-- Cases that the running import is the first to name; only those that it says something of are kept.
create or replace temp table new_case as from case_instance limit 0;
