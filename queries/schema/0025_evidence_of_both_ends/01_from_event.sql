-- Beside the event of a deviation the one from which its time counts: the completion of the step before, the start of a limit, the
-- planned stage. Null where its event has both ends, or there is no time.
alter table deviation add column from_event bigint;
