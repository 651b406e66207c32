-- The latest entry, kept apart from the entries, so that taking out the last ones shows too. One row.
create table audit_head (entry bigint not null, hash varchar not null);
