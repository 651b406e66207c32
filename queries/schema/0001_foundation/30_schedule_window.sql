-- A planned stage of a case's own schedule with the document it governs (its earliest, where several):
-- the planned end is the due time of that document. verdict: inside, late, early, open (no document yet).
-- delay_workdays counts working days after the planned end.
create table schedule_window (
	case_id integer not null,
	unit integer not null,
	process integer not null,
	planned_event bigint not null,
	planned_activity integer not null,
	planned_started timestamp,
	planned_completed timestamp not null,
	document_event bigint,
	document_activity integer not null,
	document_completed timestamp,
	verdict varchar not null,
	delay_workdays integer
);
