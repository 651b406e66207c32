-- Notes what a file of the running import can say of documents.
-- params: file, source_order — of the file; process; fields — whether it has columns of requirements or outputs; kept — the
-- columns kept with its events; names — what names of documents in it mean, a JSON object
insert into new_document_file
select $file::integer, $source_order::ubigint, $process::integer, $fields::boolean, $kept::varchar[], $names::varchar
