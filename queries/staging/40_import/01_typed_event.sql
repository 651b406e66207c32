-- What the rows of the import say happened, typed and encoded; reason names what is wrong with the row, event is the
-- number that the event gets if this row is the first to say it.
create or replace temp table typed_event (
	event bigint not null,
	file integer not null,
	source_order ubigint not null,
	record bigint not null,
	part utinyint not null,
	case_id integer,
	activity integer,
	kind utinyint not null,
	precision utinyint not null,
	started timestamp,
	completed timestamp,
	actor integer,
	role integer,
	identity ubigint not null,
	reason varchar
);
