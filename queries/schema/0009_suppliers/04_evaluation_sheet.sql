-- An evaluation of a supporting service. revision goes up with each act: who decides on an older one is told so.
-- scores and comments are JSON by aspect; scheme_document is the scheme as it was when the sheet was filled.
create table evaluation_sheet (
	sheet integer not null,
	service integer not null,
	unit integer not null,
	case_key varchar not null,
	due date not null,
	state varchar not null,
	revision integer not null,
	scheme varchar,
	scheme_version integer,
	scheme_document varchar,
	scores varchar,
	comments varchar,
	terminated boolean not null,
	total bigint,
	filled_by varchar,
	follow_up varchar
);
