-- Secrets with which a program imports for a person. unit_code null: all offices of that person.
create table access_token (
	token integer not null,
	account integer not null,
	title varchar not null,
	hash varchar not null,
	unit_code varchar,
	actions varchar[] not null,
	created_at timestamp not null,
	expires_at timestamp not null,
	used_at timestamp,
	revoked_at timestamp
);
