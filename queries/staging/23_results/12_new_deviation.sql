-- The deviations of the judged cases.
create or replace temp table new_deviation as from deviation limit 0;
