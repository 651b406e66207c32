-- Texts of activities, normalised, that files declare to show. Filled from the store and from the running import.
create or replace temp table declared_name (file integer not null, name varchar not null);
