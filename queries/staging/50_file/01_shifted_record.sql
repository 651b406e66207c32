-- Numbers of the records of one file that the database could read, and the numbers they have in the file.
create or replace temp table shifted_record (readable bigint not null, record bigint not null);
