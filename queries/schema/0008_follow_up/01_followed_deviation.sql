-- A deviation that somebody followed up, as it was found: it outlives the finding, which is measured anew with
-- each import, so that what a correction of data removes can still be named.
create table followed_deviation (
	identity ubigint not null,
	unit integer not null,
	process integer not null,
	kind deviation_kind not null,
	case_key varchar not null,
	step_id varchar,
	step_no varchar,
	step_activity varchar,
	occurrence integer,
	object varchar,
	day date
);
