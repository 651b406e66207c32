create table import_reject (
	file integer not null,
	record bigint not null,
	column_name varchar,
	value varchar,
	reason varchar not null
);
