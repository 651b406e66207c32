-- The data dates of the units that the running change touches.
create or replace temp table new_data_date as from data_date limit 0;
