-- How far the open cases of an SOP have come: their last event that was read as a step in its place. Without a completion it is
-- under way.
create or replace temp table open_case (
	case_id integer not null,
	variant integer not null,
	step integer not null,
	occurrence integer not null,
	event bigint not null,
	started timestamp,
	completed timestamp,
	precision utinyint not null
);
