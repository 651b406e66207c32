create table sop_version (
	version integer not null,
	process integer not null,
	sop varchar not null,
	content_hash varchar not null,
	effective_from date,
	document varchar not null,
	total_seconds integer,
	total_provisional boolean not null,
	warns_outage boolean not null,
	idle_limit_workdays integer not null,
	closed boolean not null
);
