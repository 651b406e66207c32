-- The step occurrences with what the log says of their documents; wording names all that is said alike. source_order is that of
-- the file where its profile says what names mean.
create or replace temp table said_occurrence (
	case_id integer not null,
	version integer not null,
	step integer not null,
	occurrence integer not null,
	event bigint not null,
	day date,
	wording varchar not null,
	source_order ubigint,
	requirements varchar,
	outputs varchar,
	names varchar[] not null,
	contents varchar[] not null
);
