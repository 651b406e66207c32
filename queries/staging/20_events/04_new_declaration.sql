-- Activities that the files of the running import declare to show, by the order of the file.
create or replace temp table new_declaration (source_order ubigint not null, process integer not null, name varchar not null);
