-- What differs between two pictures of a case that follow each other. event is the observed event that it makes, at the
-- time of the later pull; file and record are the first row that shows it. Of a plan both windows are kept, of a
-- state both values.
create table snapshot_change (
	event bigint not null,
	case_id integer not null,
	unit integer not null,
	process integer not null,
	subject varchar not null,
	stage integer,
	seen_before timestamp not null,
	pulled timestamp not null,
	was_event bigint,
	now_event bigint,
	was_started timestamp,
	was_completed timestamp,
	now_started timestamp,
	now_completed timestamp,
	was_value varchar,
	now_value varchar,
	file integer not null,
	record bigint not null
);
