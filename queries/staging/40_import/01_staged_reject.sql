-- Records of the import that are not accepted. readable: the database could read the record, so that record still
-- counts readable records only, until the unreadable ones before it are added.
create or replace temp table staged_reject (
	file integer not null,
	record bigint not null,
	readable boolean not null,
	column_name varchar,
	value varchar,
	reason varchar not null
);
