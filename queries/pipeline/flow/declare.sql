-- Notes the activities that a file of the running import declares to show.
-- params: source_order — of the file; process; names — normalised
insert into new_declaration
select $source_order::ubigint, $process::integer, unnest($names::varchar[])
