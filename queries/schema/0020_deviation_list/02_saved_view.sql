-- Filters of a list that somebody keeps under a name; opening one is an address. What is shared is seen by all who see the
-- office that it is filtered to, or by all where it is filtered to none.
create table saved_view (
	saved_view integer not null,
	owner varchar not null,
	by_name varchar not null,
	name varchar not null,
	address varchar not null,
	unit integer,
	shared boolean not null,
	saved_at timestamp not null
)
