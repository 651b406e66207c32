-- An import that somebody prepares: what they decided so far, as the import page keeps it (JSON). owner: by what they are
-- known, see currentOwner. Never written in the line of imports.
create table import_draft (
	draft varchar not null,
	owner varchar not null,
	decisions varchar not null,
	created_at timestamp not null,
	changed_at timestamp not null
);
