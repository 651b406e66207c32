-- The file being staged, with all columns. record counts the records that the database could read, from 1; the rowid of
-- rows that are not committed begins far above 0.
create or replace temp view staged as
select rowid - (select min(rowid) from staged_fields) + 1 as record, * from staged_fields
union all by name
select null::bigint as record, * from staged_shape;
