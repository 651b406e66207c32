-- A planned stage of a case's own schedule, and the document it governs: its planned end is the due time of
-- that document. delay is in working days after the planned end (negative: before the planned start).
create table schedule_window (
	case_id integer not null,
	unit integer not null,
	process integer not null,
	stage varchar not null,
	planned_event bigint not null,
	planned_started timestamp,
	planned_completed timestamp,
	document_event bigint,
	document_completed timestamp,
	verdict varchar not null,
	delay_workdays integer
);
