-- kind: 1 actual, 2 document, 3 planned, 4 observed. precision: 1 second, 2 minute, 3 day.
-- started and completed are local to the unit's zone; working_* are the office time elapsed up to them
-- (null when the calendar does not cover the date). position is the place in the case's sequence, from 1;
-- null for planned events and milestones, which are not in it. identity tells equal events of other files.
create table event (
	event bigint not null,
	case_id integer not null,
	position integer,
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
