-- The file being staged, with those columns alone that it has: a million nulls in each of the others take their time.
create or replace temp table staged_fields as from staged_shape;
