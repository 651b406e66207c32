-- Activities, normalised, that imports declare to show of a process for an office. Filled from the store and from the
-- running import.
create or replace temp table declared_activity (unit integer not null, process integer not null, name varchar not null);
