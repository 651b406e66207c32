-- Identities that several rows of the import have.
create or replace temp table repeated_event (identity ubigint not null);
