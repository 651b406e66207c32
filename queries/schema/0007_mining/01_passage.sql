-- What mining reads: one row per event of a case's sequence with what came right before it. happened: completion, else
-- start. Times are office seconds: service from start to completion, waiting from the completion of the event before to the
-- start, gap from event to event; null where an end is unknown or the calendar does not cover it. precision is that of
-- the coarser end. What follows from events alone stands here once, so that no page has to pair them up.
create table passage (
	case_id integer not null,
	unit integer not null,
	process integer not null,
	position integer not null,
	activity integer not null,
	previous integer,
	actor integer,
	previous_actor integer,
	happened timestamp not null,
	precision utinyint not null,
	service_seconds bigint,
	waiting_seconds bigint,
	gap_seconds bigint
);
