-- Its row there, from 1 without the header.
alter table outage add column file_row integer
