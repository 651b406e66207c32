-- The place of an event in its file: the row, then which of the row's events it is.
create or replace temp macro record_part(record, part) as record::ubigint * 256 + part;
