-- Who wrote it down; null where that was not kept yet.
alter table outage add column added_by varchar
