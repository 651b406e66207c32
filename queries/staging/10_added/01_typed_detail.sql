-- What the rows of the import say of an event beyond what all events have.
create or replace temp table typed_detail (
	file integer not null,
	record bigint not null,
	part utinyint not null,
	requirements varchar,
	outputs varchar,
	object varchar,
	attributes map(varchar, varchar)
);
