-- The rows that alone say an event.
create or replace temp table new_source (event bigint not null, file integer not null, record bigint not null, part utinyint not null);
