create table outage (
	outage integer not null,
	unit integer not null,
	started timestamp not null,
	ended timestamp not null,
	reason varchar not null,
	evidence varchar,
	sample boolean not null
);
