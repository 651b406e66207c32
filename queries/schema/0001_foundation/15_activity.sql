-- An activity as a log writes it; step_ref is the step that the log itself names, if it does.
create table activity (
	activity integer not null,
	text varchar not null,
	step_ref varchar not null,
	name varchar not null
);
