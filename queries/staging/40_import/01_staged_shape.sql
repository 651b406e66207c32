-- The columns that a staged file can have, all text: what is mapped to a field, and all cells where more than that is
-- needed. A time in the commonest form is read at once, as started_at or completed_at, and its text not kept.
create or replace temp table staged_shape (
	case_key varchar,
	activity varchar,
	step varchar,
	started varchar,
	completed varchar,
	started_at timestamp,
	completed_at timestamp,
	actor varchar,
	role varchar,
	unit varchar,
	unit_name varchar,
	requirements varchar,
	outputs varchar,
	status varchar,
	stated_at varchar,
	parent varchar,
	cells varchar[]
);
