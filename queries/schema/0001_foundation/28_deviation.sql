-- identity is the same for the same finding after re-import and re-measuring. gross, net and budget are in
-- the clock's own unit: seconds (working, elapsed) or days (workday, calendar). state: open or excused.
create table deviation (
	identity ubigint not null,
	kind deviation_kind not null,
	category varchar not null,
	severity severity not null,
	state varchar not null,
	provisional boolean not null,
	supplier boolean not null,
	case_id integer not null,
	unit integer not null,
	process integer not null,
	version integer not null,
	step integer,
	occurrence integer,
	object varchar,
	event bigint,
	basis basis,
	clock clock,
	gross bigint,
	net bigint,
	budget integer,
	ratio double,
	day date
);
