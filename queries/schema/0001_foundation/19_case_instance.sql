create table case_instance (
	case_id integer not null,
	unit integer not null,
	process integer not null,
	case_key varchar not null
);
