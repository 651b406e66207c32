-- The state of each judged case, what decided it, and until when it is judged.
create or replace temp table decided_case (
	case_id integer not null,
	unit integer not null,
	process integer not null,
	calendar integer not null,
	version integer not null,
	warns_outage boolean not null,
	state state_of_case not null,
	state_from varchar not null,
	end_day date,
	data_date timestamp,
	open_until timestamp
);
