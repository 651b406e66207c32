-- Events to be added by the running import, all accepted, none already in the store.
create or replace temp table new_event (
	event bigint not null,
	case_id integer not null,
	activity integer not null,
	kind utinyint not null,
	precision utinyint not null,
	started timestamp,
	completed timestamp,
	actor integer,
	role integer,
	source_order ubigint not null,
	source_record ubigint not null,
	identity ubigint not null
);
