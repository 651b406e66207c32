-- What a row says of a case as a whole: its status, its parent, its attributes.
create table case_fact (
	case_id integer not null,
	file integer not null,
	record bigint not null,
	profile varchar not null,
	identity ubigint not null,
	status varchar,
	stated varchar,
	stated_at timestamp,
	parent_key varchar,
	attributes map(varchar, varchar)
);
