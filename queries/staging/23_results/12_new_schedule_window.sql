-- The planned windows of the judged cases and the documents they govern.
create or replace temp table new_schedule_window as from schedule_window limit 0;
