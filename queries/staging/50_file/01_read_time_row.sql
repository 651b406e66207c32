-- Rows of the file being staged whose times are not both in the commonest form, and what was read; s is of the start,
-- e of the completion.
create or replace temp table read_time_row (
	record bigint not null,
	s struct(t timestamp, p utinyint, o integer),
	e struct(t timestamp, p utinyint, o integer)
);
