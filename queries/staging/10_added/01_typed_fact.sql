-- What the rows of the import say of their cases.
create or replace temp table typed_fact (
	file integer not null,
	source_order ubigint not null,
	record bigint not null,
	case_id integer not null,
	profile varchar not null,
	identity ubigint not null,
	status varchar,
	stated varchar,
	stated_at timestamp,
	parent_key varchar,
	attributes map(varchar, varchar),
	pulled timestamp
);
