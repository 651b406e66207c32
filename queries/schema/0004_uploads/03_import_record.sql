-- What became of each file of an import at the time it was made; stays when the import is undone. file is the number
-- that the file had. Added to, never changed.
create table import_record (
	import integer not null,
	file integer not null,
	name varchar not null,
	sha256 varchar not null,
	source_order ubigint not null,
	bytes bigint not null,
	profile varchar not null,
	mapping varchar not null,
	process_code varchar not null,
	process_title varchar not null,
	process_kind varchar not null,
	default_unit varchar,
	read_rows bigint not null,
	used bigint not null,
	duplicates bigint not null,
	rejected bigint not null,
	events bigint not null
);
