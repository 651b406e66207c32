-- Who is signed in. Only the SHA-256 of the cookie's secret is kept. public_id names the session on pages.
create table session (
	hash varchar not null,
	public_id varchar not null,
	account integer not null,
	method varchar not null,
	created_at timestamp not null,
	seen_at timestamp not null,
	address varchar not null,
	agent varchar not null
);
