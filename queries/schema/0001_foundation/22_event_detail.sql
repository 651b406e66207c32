create table event_detail (
	event bigint not null,
	requirements varchar,
	outputs varchar,
	object varchar,
	attributes map(varchar, varchar)
);
