-- Notes the offices of an import.
insert into import_unit select $import::integer, unnest($units::varchar[])
