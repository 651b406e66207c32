-- The versions of evaluation schemes, of the product (saved_by is null) and those that people saved; document is the scheme as
-- JSON. Only added to: a result keeps the version it was made with. after_import is the last import before it: what came with
-- later ones is read with it.
create table evaluation_scheme (
	scheme varchar not null,
	version integer not null,
	document varchar not null,
	note varchar,
	saved_by varchar,
	saved_at timestamp not null,
	after_import integer not null
);
