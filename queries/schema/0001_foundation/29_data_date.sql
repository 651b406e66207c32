-- The latest event of a unit that is not planned, at most the time of its import.
create table data_date (unit integer not null, data_date timestamp not null);
