-- The list of migrations that were applied to this store; applied_at is in UTC.
create table if not exists schema_version (
	version integer not null,
	name varchar not null,
	applied_at timestamp not null
)
