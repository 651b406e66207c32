-- An activity as a log writes it; step_ref is the step that the log itself names ('' where it names
-- none); name is the text normalised as in src/lib/domain/sop/normalise.ts, to be matched with sop_name.
create table activity (
	activity integer not null,
	text varchar not null,
	step_ref varchar not null,
	name varchar not null
);
