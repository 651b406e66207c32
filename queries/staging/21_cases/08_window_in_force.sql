-- The planned event by which each stage of the judged cases is judged, where pictures of its schedule are kept.
create or replace temp table window_in_force (
	case_id integer not null,
	subject varchar not null,
	event bigint not null,
	pulled timestamp not null,
	late_picture boolean not null
);
