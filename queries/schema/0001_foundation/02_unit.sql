-- An office. Seen first in a file, it is unconfirmed until a person says which office it is.
create table unit (
	unit integer not null,
	code varchar not null,
	name varchar not null,
	zone varchar not null,
	calendar integer not null,
	confirmed boolean not null,
	sample boolean not null
);
