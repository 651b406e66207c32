-- The file that an outage comes from; null where it was entered by hand.
alter table outage add column outage_file integer
