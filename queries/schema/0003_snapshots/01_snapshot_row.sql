-- What a row says of something that later files may say otherwise: a planned stage (event), or a state (value), as it
-- was when the row was pulled. subject tells it within the case; pulled is local to the office.
create table snapshot_row (
	case_id integer not null,
	subject varchar not null,
	pulled timestamp not null,
	file integer not null,
	record bigint not null,
	event bigint,
	value varchar
);
