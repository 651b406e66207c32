-- Who did what, in order; only added to. detail is canonical JSON. hash is the SHA-256 over the entry and the hash of the
-- one before it, so that an entry that was changed or taken out shows.
create table audit_entry (
	entry bigint not null,
	happened_at timestamp not null,
	account integer,
	actor varchar not null,
	address varchar not null,
	action varchar not null,
	object varchar not null,
	unit_code varchar,
	detail varchar not null,
	previous_hash varchar not null,
	hash varchar not null
);
