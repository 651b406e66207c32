-- The step occurrences of whose requirements or outputs the log speaks. kind: missing_requirement or missing_output, what
-- would be found. asked: how many documents the SOP asks for there; spoken: of how many of them the log speaks; missing: how
-- many it says or shows to be missing (one, where it only says that something is); said: what it writes, where any is.
create table document_check (
	case_id integer not null,
	unit integer not null,
	process integer not null,
	version integer not null,
	step integer not null,
	occurrence integer not null,
	event bigint not null,
	kind deviation_kind not null,
	asked utinyint not null,
	spoken utinyint not null,
	missing utinyint not null,
	said varchar,
	day date
)
