create table import (
	import integer not null,
	imported_at timestamp not null,
	imported_by varchar not null,
	sample boolean not null,
	duration_ms integer not null,
	undone_at timestamp
);
