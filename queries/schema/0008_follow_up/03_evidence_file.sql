-- A file sent as evidence; it lies beside the store under its number. Until it is attached its bundle is null and it
-- is its owner's.
create table evidence_file (
	file varchar not null,
	bundle varchar,
	owner varchar not null,
	name varchar not null,
	bytes bigint not null,
	sha256 varchar not null,
	sent_at timestamp not null
);
