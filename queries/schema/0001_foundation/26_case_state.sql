-- One row per case. state_from says what decided the state: status, end_step, idle, open or closed.
-- total_* judge the stated total of the SOP (Jumlah) against the processing time, one pass of each step.
create table case_state (
	case_id integer not null,
	unit integer not null,
	process integer not null,
	version integer not null,
	variant integer not null,
	state state_of_case not null,
	state_from varchar not null,
	events integer not null,
	first_started timestamp,
	first_completed timestamp,
	last_completed timestamp,
	last_event timestamp,
	lead_seconds bigint,
	lead_working_seconds bigint,
	lead_lower_bound boolean not null,
	processing_seconds bigint,
	processing_partial boolean not null,
	total_seconds bigint,
	total_verdict verdict not null,
	total_reason unmeasured_reason,
	total_ratio double,
	total_provisional boolean not null,
	end_day date
);
