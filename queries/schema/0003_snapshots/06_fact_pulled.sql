-- When the row was pulled, where its file says so: of two statuses the later pulled one counts.
alter table case_fact add column pulled timestamp;
