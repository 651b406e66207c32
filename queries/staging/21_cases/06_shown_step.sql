-- From when to when the imports of an office can show each step of an SOP version, without gaps. whole: during all of the time
-- that they speak of.
create or replace temp table shown_step (
	unit integer not null,
	version integer not null,
	step integer not null,
	first_day date not null,
	last_day date not null,
	whole boolean not null
);
