-- The rows that say an event: an event dies with its last source. record is the row number without the header.
create table event_source (
	event bigint not null,
	file integer not null,
	record bigint not null,
	part utinyint not null
);
