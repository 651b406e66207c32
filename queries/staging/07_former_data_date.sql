-- The data dates before the running change.
create or replace temp table former_data_date (unit integer not null, data_date timestamp not null);
