-- The number of a row of `staged_json`, from 1, by its rowid.
create or replace temp macro element_record(id) as id - (select min(rowid) from staged_json) + 1;
