-- A person who may sign in. name is what they type, in lower case; password_hash is null until they chose one, and for
-- people whom only the office's own sign-in knows (subject). totp_step is the last time step whose code was used, so
-- that no code works twice. Accounts are closed, never removed: the record of what they did names them.
create table account (
	account integer not null,
	name varchar not null,
	full_name varchar not null,
	role varchar not null,
	all_units boolean not null,
	password_hash varchar,
	subject varchar,
	totp_secret varchar,
	totp_step bigint,
	active boolean not null,
	created_at timestamp not null,
	password_at timestamp
);
