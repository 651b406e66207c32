-- The events of touched cases in their order: rowid is the place, cases together, those that are not in the
-- sequence of their case (planned events, milestones) behind the others.
create or replace temp table ordered_event (
	event bigint not null,
	case_id integer not null,
	in_sequence boolean not null,
	activity integer not null,
	kind utinyint not null,
	precision utinyint not null,
	started timestamp,
	completed timestamp,
	working_started bigint,
	working_completed bigint,
	actor integer,
	role integer,
	source_order ubigint not null,
	source_record ubigint not null,
	identity ubigint not null
);
