-- Events of the import that the store already has.
create or replace temp table known_event (identity ubigint not null, event bigint not null);
