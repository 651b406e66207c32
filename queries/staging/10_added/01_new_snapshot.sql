-- What the rows of the running import say of plans and states at the time of their pull.
create or replace temp table new_snapshot (
	case_id integer not null,
	subject varchar not null,
	pulled timestamp not null,
	file integer not null,
	source_order ubigint not null,
	record bigint not null,
	event bigint,
	value varchar
);
