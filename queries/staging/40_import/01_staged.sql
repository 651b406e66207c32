-- The file being staged, all text: what is mapped to a field, and all cells where more than that is needed. rowid
-- counts the records that the database could read.
create or replace temp table staged (
	case_key varchar,
	activity varchar,
	step varchar,
	started varchar,
	completed varchar,
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
