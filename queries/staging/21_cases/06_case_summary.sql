-- What the events of each judged case come to, before its state is known.
create or replace temp table case_summary (
	case_id integer not null,
	events integer not null,
	first_started timestamp,
	first_started_working bigint,
	first_completed timestamp,
	first_completed_working bigint,
	last_completed timestamp,
	last_completed_working bigint,
	last_event timestamp,
	unserved bigint not null,
	processing_seconds bigint,
	fingerprint hugeint not null,
	parity ubigint not null,
	last_step_position integer
);
