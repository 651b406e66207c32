-- The elements of the JSON lists in the cells of the file being staged, with what the profile reads of each.
create or replace temp table staged_element (
	record bigint not null,
	list integer not null,
	place bigint not null,
	activity varchar,
	started varchar,
	completed varchar,
	object varchar
);
