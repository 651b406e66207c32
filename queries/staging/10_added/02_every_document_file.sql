-- What the store and the running change know.
create or replace temp view every_document_file as
select
	file, source_order, process,
	coalesce((mapping::json ->> '$.columns.requirements') is not null or (mapping::json ->> '$.columns.outputs') is not null, false) as fields,
	coalesce(kept, []) as kept,
	coalesce(mapping::json -> '$.profile.documents', '{}')::varchar as names
from import_file
union all
from new_document_file;
