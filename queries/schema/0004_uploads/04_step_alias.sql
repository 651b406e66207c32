-- A text that somebody said means a step of an SOP, for all files and all versions of the SOP that have the step. name is
-- the text normalised as in sop_name.
create table step_alias (
	sop varchar not null,
	step_id varchar not null,
	name varchar not null,
	text varchar not null,
	saved_by varchar not null,
	saved_at timestamp not null
);
