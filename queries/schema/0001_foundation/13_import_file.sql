-- One file of an import. Its counts close: read_rows = used + duplicates + rejected.
create table import_file (
	file integer not null,
	import integer not null,
	name varchar not null,
	sha256 varchar not null,
	source_order ubigint not null,
	bytes bigint not null,
	profile varchar not null,
	mapping varchar not null,
	process integer not null,
	default_unit varchar,
	read_rows bigint not null,
	used bigint not null,
	duplicates bigint not null,
	rejected bigint not null,
	events bigint not null
);
