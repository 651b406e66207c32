-- A file that was sent and waits, alone or for an import that is prepared; it lies beside the store under its number.
-- look: what the server saw of its beginning (JSON), null until it was asked to look.
create table upload (
	upload varchar not null,
	draft varchar,
	owner varchar not null,
	name varchar not null,
	bytes bigint not null,
	look varchar,
	received_at timestamp not null
);
