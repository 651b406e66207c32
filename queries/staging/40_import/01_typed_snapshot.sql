-- What the rows of the import say of plans (part: that of the planned event) and of states (value) at the time of
-- their pull.
create or replace temp table typed_snapshot (
	file integer not null,
	source_order ubigint not null,
	record bigint not null,
	part utinyint,
	case_id integer not null,
	subject varchar not null,
	pulled timestamp not null,
	value varchar
);
