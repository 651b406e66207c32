-- The elements of the JSON array being staged.
create or replace temp table staged_json (element json);
