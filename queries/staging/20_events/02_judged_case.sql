-- The cases to be judged anew: the touched ones, and the open ones of units whose data date moved.
create or replace temp table judged_case (
	case_id integer not null,
	unit integer not null,
	process integer not null,
	calendar integer not null,
	version integer not null,
	warns_outage boolean not null
);
