-- When, UTC.
alter table outage add column added_at timestamp
