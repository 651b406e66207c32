-- Which activities a file has of a process for an office, and from when to when: what a log cannot show is not missing.
-- kind tells files that are read alike: their columns, their profile and what was said about them.
create table shown_activity (
	file integer not null,
	kind varchar not null,
	unit integer not null,
	process integer not null,
	activity integer not null,
	first_day date not null,
	last_day date not null
);
