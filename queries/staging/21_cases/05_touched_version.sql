-- The SOP version by which each touched case is read: the one in force when it started; 0 for none. first_day and
-- last_event are those of its events that are not planned.
create or replace temp table touched_version (
	case_id integer not null,
	unit integer not null,
	process integer not null,
	calendar integer not null,
	version integer not null,
	has_events boolean not null,
	first_day date,
	last_event timestamp
);
