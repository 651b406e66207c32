-- Events with what came right before them, see below; the table that held it apart cost an import a tenth of its time.
-- previous, previous_actor, previous_precision: of the event before in the sequence of the case, null for the first and for
-- what is not in it. waiting_seconds: office time from the completion of the event before to the start of this one;
-- gap_seconds: from one to the other by completion, else start; null where an end is unknown or the calendar does
-- not cover it. So no page has to pair up a million events.
create table followed_event (
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
	identity ubigint not null,
	previous integer,
	previous_actor integer,
	previous_precision utinyint,
	waiting_seconds integer,
	gap_seconds integer
)
