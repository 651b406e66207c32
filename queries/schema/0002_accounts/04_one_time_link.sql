-- Links that let somebody choose a password once. purpose: first (no account yet), invite, reset.
create table one_time_link (
	hash varchar not null,
	purpose varchar not null,
	account integer,
	created_at timestamp not null,
	expires_at timestamp not null,
	used_at timestamp
);
