-- The columns of a file that are kept with each of its events, by name; null where there are none.
alter table import_file add column kept varchar[]
