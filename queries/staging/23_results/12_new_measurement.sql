-- The measurements of the judged cases.
create or replace temp table new_measurement as select * exclude (ratio) from measurement limit 0;
