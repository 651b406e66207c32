-- Which planned stage of a process's schedules governs which document, by activity.
create table governed_document (
	process integer not null,
	planned_activity integer not null,
	document_activity integer not null
);
