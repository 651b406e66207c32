-- The number of a row of `staged`, from 1, by its rowid: those of rows that are not committed begin far above 0.
create or replace temp macro staged_record(id) as id - (select min(rowid) from staged) + 1;
