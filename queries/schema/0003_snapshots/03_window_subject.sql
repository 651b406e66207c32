-- The stage of the schedule, as told from file to file; null where its file was read before that was kept.
alter table schedule_window add column subject varchar;
