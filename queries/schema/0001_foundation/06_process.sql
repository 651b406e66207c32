-- What cases are executions of: an SOP, the packages of a source, or a log without either.
create table process (
	process integer not null,
	code varchar not null,
	title varchar not null,
	kind varchar not null
);
