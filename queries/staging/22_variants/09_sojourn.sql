-- The events without a start whose immediate predecessor was seen: their time runs from its completion.
create or replace temp table sojourn (
	case_id integer not null,
	position integer not null,
	from_event bigint not null,
	since timestamp not null,
	working_since bigint,
	precision utinyint not null
);
