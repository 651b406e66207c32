-- Records a file of an import.
-- params: the file's columns
insert into import_file
values (
	$file::integer,
	$import::integer,
	$name::varchar,
	$sha256::varchar,
	$source_order::ubigint,
	$bytes::bigint,
	$profile::varchar,
	$mapping::varchar,
	$process::integer,
	$default_unit::varchar,
	$read_rows::bigint,
	$used::bigint,
	$duplicates::bigint,
	$rejected::bigint,
	$events::bigint,
	$notes::varchar,
	$places::varchar,
	$kept::varchar[]
)
