-- What was said and decided about a deviation; only ever added to. state is the one after the act. What was done
-- to many at once shares a bundle, and with it the evidence.
create table follow_up (
	entry integer not null,
	identity ubigint not null,
	unit integer not null,
	bundle varchar not null,
	act varchar not null,
	state varchar not null,
	body varchar not null,
	account integer,
	by_name varchar not null,
	happened_at timestamp not null
);
